package org.pledgetracker.signin.erasing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pledgetracker.signin.OperatorCommand;
import org.pledgetracker.signin.roll.Members;
import org.pledgetracker.signin.roll.RollMember;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The operator's command {@code erase-member}: erases everything that a member has pledged, at their request. */
@Component
final class EraseMemberCommand implements OperatorCommand {

    private static final String FROM_FILE = "--file";
    private static final String STANDARD_INPUT = "-";

    private final ObjectProvider<Members> members;
    private final ObjectProvider<ErasePledges> pledges;

    EraseMemberCommand(ObjectProvider<Members> members, ObjectProvider<ErasePledges> pledges) {
        this.members = members;
        this.pledges = pledges;
    }

    @Override
    public String name() {
        return "erase-member";
    }

    @Override
    public String usage() {
        return "erase-member MEMBER_ID | erase-member --file FILE | erase-member - (for the standard input)";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream errors) throws IOException {
        String id = memberId(words);
        if (id.isEmpty()) {
            errors.println("Usage: " + usage());
            return NOT_DONE;
        }
        String subject = RollMember.subjectOf(id);
        boolean known = members.getObject().bySubject(subject).isPresent();
        try {
            Map<String, Boolean> erased = pledges.getObject().of(subject);
            erased.forEach((campaign, done) -> out.println(campaign + ": " + (done ? "erased" : "not erased")));
            if (!known) {
                errors.println("Nobody on the roll has this id, nor did lately: was it typed as the roll has it?");
            }
            if (erased.containsValue(false)) {
                errors.println("Not all is erased: run it again once pledge-service is ready.");
            }
            return known && !erased.containsValue(false) ? ALL_WELL : NOT_ALL_WELL;
        } catch (RestClientException e) {
            errors.println("Nothing is erased: pledge-service does not answer as it should ("
                    + e.getClass().getSimpleName()
                    + "). Is it running, and are the issuer and the data folder those of sign-in?");
            return NOT_DONE;
        }
    }

    /** A command line is visible to all who use the machine: a file or the standard input is not. */
    private static String memberId(List<String> words) throws IOException {
        if (words.equals(List.of(STANDARD_INPUT))) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).trim();
        }
        if (words.size() == 2 && words.getFirst().equals(FROM_FILE)) {
            return Files.readString(Path.of(words.getLast())).trim();
        }
        return words.size() == 1 && !words.getFirst().startsWith("-") ? words.getFirst() : "";
    }
}
