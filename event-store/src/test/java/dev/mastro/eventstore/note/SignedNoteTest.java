package dev.mastro.eventstore.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example that all implementations of signed notes try. */
    private static final VerifierKey KNOWN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";

    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;

    private static final String SIGNATURE =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6K"
                    + "E6RyyBwJnAM=";

    private static final String NOTE = TEXT + "\n\u2014 PeterNeumann " + SIGNATURE + "\n";

    @TempDir private Path folder;

    @Test
    void a_note_is_byte_by_byte_what_others_write() {
        SigningKey key = SigningKey.parse(SECRET + KNOWN + "\n");

        assertThat(SignedNote.sign(TEXT, key)).hasToString(NOTE);
        assertThat(key.text()).isEqualTo(SECRET + KNOWN + "\n");
    }

    @Test
    void a_note_tells_who_signed_it() {
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note).hasToString(NOTE);
        assertThat(note.signedBy(List.of(KNOWN))).contains(KNOWN);
        assertThat(note.signedBy(List.of(SigningKey.generate("somebody").verifier()))).isEmpty();
        assertThat(note.claimed()).containsExactly("PeterNeumann+c74f20a3");
    }

    @Test
    void a_changed_text_is_not_what_was_signed() {
        SignedNote note = SignedNote.parse(NOTE.replace("don't know", "do know"));

        assertThatThrownBy(() -> note.signedBy(List.of(KNOWN)))
                .isInstanceOf(InvalidNote.class)
                .hasMessage("the signature of PeterNeumann+c74f20a3 is not its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n- name x08go/ZJ\n",
                "text\n\n\u2014 name x08go/Z\n",
                "text\n\n\u2014 name x08goA==\n",
                "text\n\n\u2014 na+me x08go/ZJ\n",
                "text\n\n\u2014 name x08go/ZJ",
                "te\txt\n\n\u2014 name x08go/ZJ\n"
            })
    void what_is_no_note_is_refused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(InvalidNote.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void what_is_no_key_is_refused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(InvalidNote.class);
    }

    @Test
    void a_secret_of_another_public_key_is_refused_without_telling_it() {
        VerifierKey other = SigningKey.generate("PeterNeumann").verifier();

        assertThatThrownBy(() -> SigningKey.parse(SECRET + other))
                .isInstanceOf(InvalidNote.class)
                .hasMessage("its two lines are not of the same key");
    }

    @Test
    void a_key_file_is_made_once_for_its_owner_only() throws IOException {
        Path file = folder.resolve("checkpoint.key");

        KeyFile.createIfMissing(file, "");
        SigningKey made = KeyFile.read(file);
        KeyFile.createIfMissing(file, "");

        assertThat(KeyFile.read(file).text()).isEqualTo(made.text());
        assertThat(made.verifier().name()).matches("mastro/[0-9a-f]{8}");
        assertThat(made).hasToString("the signing key of " + made.verifier());
        assertThat(KeyFile.publicHalf(file)).hasContent(made.verifier() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_without_a_key_is_refused_in_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("other"), "something else\n");

        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(InvalidNote.class)
                .hasMessage(
                        "%s is no signing key: it has not the two lines of a signing key", file);
    }
}
