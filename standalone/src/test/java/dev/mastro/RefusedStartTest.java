package dev.mastro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartTest {

    @TempDir Path folder;

    @Test
    void a_busy_port_is_one_line_and_touches_no_data() throws IOException {
        Path data = folder.resolve("data");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RunOptions options =
                    RunOptions.defaults().withPort(other.getLocalPort()).withData(data);

            assertThatThrownBy(() -> Mastro.start(options))
                    .isInstanceOf(RefusedStart.class)
                    .hasMessageStartingWith("port " + other.getLocalPort() + " is not free")
                    .hasMessageEndingWith("choose another one with --port=");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void a_folder_of_another_version_is_one_line() throws IOException {
        Files.writeString(folder.resolve("mastro-format"), "99\n");
        RunOptions options = RunOptions.defaults().withPort(0).withData(folder);

        assertThatThrownBy(() -> Mastro.start(options))
                .isInstanceOf(RefusedStart.class)
                .hasMessage("data folder %s has format 99, this Mastro reads format 2", folder);
    }

    @Test
    void a_signing_key_that_is_none_is_one_line() throws IOException {
        Files.writeString(folder.resolve("mastro-format"), "2\n");
        Path key = Files.writeString(folder.resolve("checkpoint.key"), "secret\n");
        RunOptions options = RunOptions.defaults().withPort(0).withData(folder);

        assertThatThrownBy(() -> Mastro.start(options))
                .isInstanceOf(RefusedStart.class)
                .hasMessage("%s is no signing key: it has not the two lines of a signing key", key);
    }
}
