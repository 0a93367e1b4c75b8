package dev.mastro.command.http;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The time zone of a billing country (billing.md 6, question 7), where there is but one. */
final class CountryZones {

    private static final Map<String, String> ZONES =
            Map.ofEntries(
                    Map.entry("AT", "Europe/Vienna"),
                    Map.entry("BE", "Europe/Brussels"),
                    Map.entry("BG", "Europe/Sofia"),
                    Map.entry("CH", "Europe/Zurich"),
                    Map.entry("CZ", "Europe/Prague"),
                    Map.entry("DE", "Europe/Berlin"),
                    Map.entry("DK", "Europe/Copenhagen"),
                    Map.entry("EE", "Europe/Tallinn"),
                    Map.entry("FI", "Europe/Helsinki"),
                    Map.entry("FR", "Europe/Paris"),
                    Map.entry("GB", "Europe/London"),
                    Map.entry("GR", "Europe/Athens"),
                    Map.entry("HR", "Europe/Zagreb"),
                    Map.entry("HU", "Europe/Budapest"),
                    Map.entry("IE", "Europe/Dublin"),
                    Map.entry("IN", "Asia/Kolkata"),
                    Map.entry("IT", "Europe/Rome"),
                    Map.entry("JP", "Asia/Tokyo"),
                    Map.entry("KR", "Asia/Seoul"),
                    Map.entry("KW", "Asia/Kuwait"),
                    Map.entry("LT", "Europe/Vilnius"),
                    Map.entry("LU", "Europe/Luxembourg"),
                    Map.entry("LV", "Europe/Riga"),
                    Map.entry("MT", "Europe/Malta"),
                    Map.entry("NL", "Europe/Amsterdam"),
                    Map.entry("NO", "Europe/Oslo"),
                    Map.entry("PL", "Europe/Warsaw"),
                    Map.entry("RO", "Europe/Bucharest"),
                    Map.entry("SE", "Europe/Stockholm"),
                    Map.entry("SG", "Asia/Singapore"),
                    Map.entry("SI", "Europe/Ljubljana"),
                    Map.entry("SK", "Europe/Bratislava"));

    private static final ZoneId UTC = ZoneId.of("UTC");

    private CountryZones() {}

    static ZoneId of(String country) {
        return Optional.ofNullable(ZONES.get(country)).<ZoneId>map(ZoneId::of).orElse(UTC);
    }
}
