package org.pledgetracker.pledge.campaign.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pledgetracker.pledge.campaign.CampaignReader;
import org.pledgetracker.pledge.campaign.CampaignReading;
import org.pledgetracker.pledge.campaign.Fault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder of campaign files. */
@Component
class CampaignFolder {

    private static final String ENDING = ".yaml";
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final long LARGEST_BYTES = 1024L * 1024;

    private final Path folder;

    CampaignFolder(@Value("${pledge-tracker.campaigns:campaigns}") Path folder) {
        this.folder = folder;
    }

    /** All campaign files as they are now; what cannot be read is faulty. */
    List<CampaignFile> read() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            List<CampaignFile> read = new ArrayList<>();
            files.forEach(file -> read.add(read(file)));
            read.sort(Comparator.comparing(CampaignFile::name));
            return read;
        } catch (IOException e) {
            String reason = "the folder of campaigns cannot be read: set pledge-tracker.campaigns to one that can";
            return List.of(faulty("", folder.toString(), reason));
        }
    }

    private CampaignFile read(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ENDING.length());
        if (!CampaignId.isOne(id)) {
            return faulty(id, name, "the file's name is the campaign's id: " + CampaignId.RULE);
        }
        try {
            return new CampaignFile(id, name, CampaignReader.read(text(file), this::electorate));
        } catch (IOException | UncheckedIOException e) {
            return faulty(id, name, "cannot be read: it has to be UTF-8 text of at most 1 MiB");
        }
    }

    private Optional<String> electorate(String name) {
        Path file = folder.resolve(name);
        if (!FILE_NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("too large");
        }
        return Files.readString(file);
    }

    private static CampaignFile faulty(String id, String name, String reason) {
        return new CampaignFile(id, name, new CampaignReading.Faulty(List.of(new Fault("", reason))));
    }
}
