package dev.mastro.verify;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.eventstore.seal.StoredFields;
import dev.mastro.eventstore.verify.ChainWalk;
import dev.mastro.eventstore.verify.KeptSubtrees;
import dev.mastro.eventstore.verify.SealedPage;
import dev.mastro.eventstore.verify.Unsealed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log in a file of {@code GET /audit/export}, also when it was compressed with gzip. */
final class ExportSource implements LogSource {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private final Path file;
    private final List<Note> notes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    ExportSource(Path file) {
        this.file = file;
        forEachLine(this::collect, false);
    }

    @Override
    public String place() {
        return "the export " + file;
    }

    @Override
    public List<Note> notes() {
        return List.copyOf(notes);
    }

    @Override
    public boolean isTheLog() {
        return false;
    }

    @Override
    public KeptSubtrees subtrees() {
        return new KeptSubtrees(List.of(), 0);
    }

    /** An export has positions only. */
    @Override
    public Unsealed unsealed() {
        return Unsealed.NONE;
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void walk(ChainWalk walk) {
        SealedPage[] page = {new SealedPage()};
        read(row -> {
            row.addTo(page[0]);
            if (page[0].isFull()) {
                walk.follow(page[0]);
                page[0] = new SealedPage();
            }
        });
        walk.follow(page[0]);
    }

    @Override
    public void read(Consumer<SealedRow> reader) {
        long[] last = {0};
        JsonNode end =
                forEachLine(
                        line -> {
                            if (line.path("type").asString("").equals("event")) {
                                SealedRow row = row(line);
                                last[0] = row.position();
                                reader.accept(row);
                            }
                        },
                        true);
        if (!end.path("type").asString("").equals("end")
                || end.path("events").asLong(-1) != last[0]) {
            findings.add(new Finding(last[0] + 1, "the export ends here, without its last line"));
        }
    }

    private static SealedRow row(JsonNode line) {
        JsonNode stored = line.path("stored");
        if (!stored.isObject()) {
            throw new IllegalArgumentException("an event without its fields");
        }
        HexFormat hex = HexFormat.of();
        return new SealedRow(
                line.path("position").asLong(-1),
                hex.parseHex(line.path("leafHash").asString("")),
                hex.parseHex(line.path("chainHash").asString("")),
                JSON.treeToValue(stored, StoredFields.class));
    }

    private void collect(JsonNode line) {
        if (line.path("type").asString("").equals("checkpoint")) {
            notes.add(
                    new Note(
                            line.path("size").asLong(-1),
                            line.path("note").asString(""),
                            "the export"));
        }
    }

    /**
     * Checkpoints come first; whoever wants no events stops at the first one.
     *
     * @return the last line that was read
     */
    @CanIgnoreReturnValue
    private JsonNode forEachLine(Consumer<JsonNode> reader, boolean events) {
        long number = 0;
        try (BufferedReader lines = open()) {
            JsonNode line = JSON.missingNode();
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                line = JSON.readTree(text);
                if (number == 1 && !line.path("type").asString("").equals("log")) {
                    throw new CannotVerify(file + " is no export of a log of Mastro");
                }
                if (!events && line.path("type").asString("").equals("event")) {
                    return line;
                }
                reader.accept(line);
            }
            return line;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CannotVerify("line %d of %s cannot be read".formatted(number, file), e);
        } catch (IOException e) {
            throw new CannotVerify("cannot read " + file, e);
        }
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        // Each reading has closed the file.
    }
}
