package dev.mastro.command.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.Sellers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SellerFilesTest {

    @TempDir private Path folder;

    @Test
    void the_shipped_sellers_are_on_the_class_path() {
        Sellers sellers = SellerFiles.load(Optional.empty());

        assertThat(sellers.all()).extracting(Seller::code).contains("goto", "zoom");
        assertThat(sellers.find("zoom").map(Seller::state)).contains("IE");
        assertThat(sellers.find("nobody")).isEmpty();
    }

    @Test
    void a_folder_brings_another_seller_as_data_only() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), acme());
        Files.writeString(folder.resolve("notes.txt"), "no seller");

        Sellers sellers = SellerFiles.load(Optional.of(folder));

        assertThat(sellers.find("acme").map(Seller::name)).contains("Acme");
        assertThat(sellers.find("zoom")).isPresent();
    }

    @Test
    void a_folder_that_is_not_there_stops_the_start() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> SellerFiles.load(Optional.of(missing)))
                .isInstanceOf(InvalidSellerFile.class)
                .hasMessage("mastro.sellers.dir: is no folder: " + missing);
    }

    @Test
    void a_seller_is_described_by_one_file_only() throws IOException {
        Files.writeString(folder.resolve("zoom.yaml"), ShippedSeller.text("zoom"));

        assertThatThrownBy(() -> SellerFiles.load(Optional.of(folder)))
                .isInstanceOf(InvalidSellerFile.class)
                .hasMessage(
                        folder.resolve("zoom.yaml")
                                + ":4: code: zoom is also in sellers/zoom.yaml");
    }

    @Test
    void a_file_has_the_name_of_its_seller() {
        SellerFile file = new SellerFile("sellers/acme.yaml", ShippedSeller.text("zoom"));

        assertThatThrownBy(() -> SellerFiles.read(List.of(file)))
                .isInstanceOf(InvalidSellerFile.class)
                .hasMessage("sellers/acme.yaml:4: code: must be the name of the file, got zoom");
    }

    private static String acme() {
        return ShippedSeller.text("zoom")
                .replace("code: zoom", "code: acme")
                .replace("name: Zoom", "name: Acme");
    }
}
