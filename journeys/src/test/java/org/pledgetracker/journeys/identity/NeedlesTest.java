package org.pledgetracker.journeys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedlesTest {

    private final Needles needles =
            new Needles().add("her address", "Ada+X@Example.ORG").addNumber("her number", "1234567");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to ada+x@example.org at once",
                "ADA+X@EXAMPLE.ORG",
                "?email=Ada%2BX%40Example.ORG&x=1",
                "6164612b78406578616d706c652e6f7267",
                "GMC 1234567."
            })
    void aTextIsFoundInEachOfItsForms(String haystack) throws IOException {
        Files.writeString(folder.resolve("log"), "some line\n" + haystack + "\n");
        assertThat(needles.findIn(folder)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"", "{\"sub\":\"", "{\"issuer\":\"http://localhost\",\"email\":\""})
    void aTextIsFoundWithinBase64WhereverItBegins(String before) throws IOException {
        byte[] whole = (before + "ada+x@example.org\"}").getBytes(StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("log"), Base64.getEncoder().encodeToString(whole));
        assertThat(needles.findIn(folder)).containsOnlyKeys("her address");
        Files.writeString(
                folder.resolve("log"), Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
        assertThat(needles.findIn(folder)).containsOnlyKeys("her address");
    }

    @Test
    void aFilesNameIsLookedAtToo() throws IOException {
        Files.writeString(folder.resolve("ada+x@example.org.log"), "");
        assertThat(needles.findIn(folder)).containsOnlyKeys("her address");
    }

    @Test
    void digitsWithinALongerNumberAreNotTheNumber() throws IOException {
        Files.writeString(folder.resolve("log"), "offset 912345678, ada@example.org");
        assertThat(needles.findIn(folder)).isEmpty();
    }
}
