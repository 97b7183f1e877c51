package org.pledgetracker.pledge.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PseudonymTest {

    private static final CampaignKey KEY = new CampaignKey(
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    private static final MasterKey MASTER = master((byte) 1);

    @Test
    void aPledgerIsTheFirstHalfOfAKeyedDigest() {
        // printf 'https://sign-in.example.org|m-0001' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0001…1f
        assertThat(KEY.pledger("https://sign-in.example.org", "m-0001").name()).isEqualTo("3HH5VxGe5jBhjt7S57JfEw");
        assertThat(Pledger.named("3HH5VxGe5jBhjt7S57JfEw"))
                .contains(KEY.pledger("https://sign-in.example.org", "m-0001"));
    }

    @Test
    void aGpIsAnotherPledgerInEveryCampaignAndForEveryIssuer() {
        Pledger pledger = KEY.pledger("issuer", "a");

        assertThat(CampaignKey.random().pledger("issuer", "a")).isNotEqualTo(pledger);
        assertThat(KEY.pledger("other", "a")).isNotEqualTo(pledger);
        assertThat(KEY.pledger("issuer", "b")).isNotEqualTo(pledger);
    }

    @Test
    void aPledgerDoesNotShowInALog() {
        Pledger pledger = KEY.pledger("issuer", "a");

        assertThat(pledger.toString()).doesNotContain(pledger.name()).doesNotContain(String.valueOf(pledger.high()));
        assertThat(Pledger.named("not a pledger")).isEmpty();
        assertThat(Pledger.named("!!!!!!!!!!!!!!!!!!!!!!")).isEmpty();
    }

    @Test
    void theMarkOfACardChangesWithEachVersionAndIsNotItsOffset() {
        Pledger pledger = KEY.pledger("issuer", "a");

        assertThat(KEY.mark(pledger, 41)).isEqualTo(KEY.mark(pledger, 41)).isNotEqualTo(KEY.mark(pledger, 42));
        assertThat(KEY.mark(pledger, 41)).doesNotContain("41");
    }

    @Test
    void aWrappedKeyComesBackUnderItsMasterKeyAndCampaignOnly() {
        String wrapped = MASTER.wrap(KEY, "gp-action");

        assertThat(MASTER.unwrap(wrapped, "gp-action").fingerprint()).isEqualTo(KEY.fingerprint());
        assertThat(MASTER.wrap(KEY, "gp-action")).as("a fresh nonce each time").isNotEqualTo(wrapped);
        assertThatThrownBy(() -> master((byte) 2).unwrap(wrapped, "gp-action"))
                .isInstanceOf(MasterKey.WrongMasterKey.class)
                .hasMessageContaining("gp-action")
                .hasMessageContaining("every GP would count twice");
        assertThatThrownBy(() -> MASTER.unwrap(wrapped, "other")).isInstanceOf(MasterKey.WrongMasterKey.class);
        assertThatThrownBy(() -> MASTER.unwrap("AAAA", "gp-action")).isInstanceOf(MasterKey.WrongMasterKey.class);
    }

    @Test
    void refusesAMasterKeyThatIsMissingOrTooShort() {
        assertThatThrownBy(() -> MasterKey.of(null)).hasMessageContaining("master-key is missing");
        assertThatThrownBy(() -> MasterKey.of(" ")).hasMessageContaining("master-key is missing");
        assertThatThrownBy(() -> MasterKey.of("c2hvcnQ="))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> MasterKey.of("not base64!")).hasMessageContaining("32 bytes");
    }

    private static MasterKey master(byte fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, fill);
        return MasterKey.of(Base64.getEncoder().encodeToString(bytes));
    }
}
