package dev.mastro.query.seller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sellers of the same files that the deciding side reads, by code; read once. */
@Component
public class Sellers {

    private final Map<String, Seller> byCode = new HashMap<>();

    public Sellers(@Value("${mastro.sellers.dir:}") String folder) {
        YAMLMapper yaml = new YAMLMapper();
        read("classpath*:sellers/*.yaml", yaml);
        if (!folder.isBlank()) {
            read("file:" + folder + "/*.yaml", yaml);
        }
    }

    /** The seller; one of whom no file is here has a name and no rules. */
    public Seller get(String code) {
        return byCode.getOrDefault(code, Seller.unknown(code));
    }

    private void read(String pattern, YAMLMapper yaml) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (InputStream text = file.getInputStream()) {
                    Seller seller = yaml.readValue(text, Seller.class);
                    byCode.put(seller.code(), seller);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
