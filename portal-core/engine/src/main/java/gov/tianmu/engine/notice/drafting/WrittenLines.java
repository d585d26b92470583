package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.spi.definition.NoticeDefinition.Awarded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an officer writes as a list: names in a line, units, parameters and entries one in each line. */
final class WrittenLines {

    private WrittenLines() {}

    /** Names or numbers in one line, as they are separated in Chinese. */
    static List<String> names(String line) {
        return Stream.of(line.split("[、，,；;\\n]+")).map(WrittenLines::token).filter(name -> !name.isEmpty()).toList();
    }

    static List<String> units(String lines) {
        return lines.lines().map(WrittenLines::token).filter(unit -> !unit.isEmpty()).toList();
    }

    /** All parameters of a call by name; lines that are none are left out. */
    static Map<String, String> parameters(DraftCall call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "grant", amount(call.grant()));
        put(parameters, "quota", amount(call.quota()));
        put(parameters, "pass-mark", amount(call.passMark()));
        call.others().lines().forEach(line -> {
            int sign = line.indexOf('=');
            if (sign > 0) {
                put(parameters, token(line.substring(0, sign)), token(line.substring(sign + 1)));
            }
        });
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.putIfAbsent(name, value);
        }
    }

    /** An amount without the separators that people write: 30,000 is 30000. */
    static String amount(String written) {
        return token(written).replaceAll("(?<=\\d)[,，\\s](?=\\d{3})", "");
    }

    /** The entries of a list, numbered from 1. */
    static List<Awarded> entries(String lines) {
        List<Awarded> entries = new ArrayList<>();
        for (String line : units(lines)) {
            String[] parts = line.split("[|｜]", -1);
            entries.add(new Awarded(
                    entries.size() + 1, part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3)));
        }
        return entries;
    }

    private static String part(String[] parts, int place) {
        return place < parts.length ? token(parts[place]) : "";
    }

    /** White space collapsed, as the definition's schema reads it. */
    static String token(String written) {
        return written.strip().replaceAll("[\\s\\u00a0]+", " ");
    }
}
