package dev.mastro.command.platform;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where else sellers are read from.
 *
 * @param dir a folder of seller files beside those on the class path; none when blank
 */
@ConfigurationProperties("mastro.sellers")
record SellerSettings(@DefaultValue("") String dir) {

    Optional<String> folder() {
        return Optional.of(dir).filter(folder -> !folder.isBlank());
    }
}
