package dev.mastro.command.catalog.file;

import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.Sellers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The seller files of the class path ({@code sellers/*.yaml}, in any jar) and of one more folder.
 */
public final class SellerFiles {

    private static final String FOLDER = "sellers/";
    private static final String SUFFIX = ".yaml";

    private SellerFiles() {}

    /**
     * Reads every seller.
     *
     * @throws InvalidSellerFile for the first mistake in any file
     */
    public static Sellers load(Optional<Path> folder) {
        List<SellerFile> files = new ArrayList<>(onClassPath());
        folder.map(SellerFiles::inFolder).ifPresent(files::addAll);
        return read(files);
    }

    static Sellers read(List<SellerFile> files) {
        Map<String, String> fileOf = new LinkedHashMap<>();
        List<Seller> sellers = new ArrayList<>();
        for (SellerFile file : files) {
            YamlNode root = YamlTree.parse(file.name(), file.text());
            Seller seller = RecordBinder.bind(Seller.class, root);
            Position code = root.locate("code");
            if (!file.name().endsWith("/" + seller.code() + SUFFIX)) {
                throw code.refuse("must be the name of the file, got " + seller.code());
            }
            String other = fileOf.putIfAbsent(seller.code(), file.name());
            if (other != null) {
                throw code.refuse(seller.code() + " is also in " + other);
            }
            sellers.add(seller);
        }
        return new Sellers(sellers);
    }

    private static List<SellerFile> onClassPath() {
        try {
            Resource[] resources =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + FOLDER + "*" + SUFFIX);
            List<SellerFile> files = new ArrayList<>();
            for (Resource resource : resources) {
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                files.add(new SellerFile(FOLDER + resource.getFilename(), text));
            }
            files.sort(Comparator.comparing(SellerFile::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SellerFile> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidSellerFile("mastro.sellers.dir: is no folder: " + folder);
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(SellerFiles::fileAt)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SellerFile fileAt(Path path) {
        try {
            return new SellerFile(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
