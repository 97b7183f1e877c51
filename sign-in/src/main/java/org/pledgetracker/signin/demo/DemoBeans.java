package org.pledgetracker.signin.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.signin.demo.DemoMembers.Headcount;
import org.pledgetracker.webkit.CannotStart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Demo mode's members, after the electorate in the folder of campaigns. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("pledge-tracker.demo")
class DemoBeans {

    @Bean
    DemoMembers demoMembers(SignInProperties properties) {
        Path file = properties.campaigns().resolve("electorate.csv");
        try (Reader text = Files.newBufferedReader(file)) {
            List<Headcount> electorate = read(text);
            if (electorate.stream().mapToInt(Headcount::gps).sum() == 0) {
                throw new CannotStart(file + " knows no GPs.", "Give it headcounts of partners and salaried GPs.");
            }
            return new DemoMembers(electorate);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "The electorate " + file + ", which demo members follow, cannot be read: " + e.getMessage(),
                    "Set pledge-tracker.campaigns to the folder with an electorate.csv of the columns region, name, "
                            + "partner, salaried and locum.");
        }
    }

    private static List<Headcount> read(Reader text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Headcount> electorate = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(text, format)) {
            for (CSVRecord row : rows) {
                for (String type : List.of("partner", "salaried")) {
                    String gps = row.get(type);
                    electorate.add(new Headcount(row.get("region"), type, gps.isEmpty() ? 0 : Integer.parseInt(gps)));
                }
            }
        }
        return electorate;
    }
}
