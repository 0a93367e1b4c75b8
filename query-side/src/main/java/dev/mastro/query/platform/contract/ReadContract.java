package dev.mastro.query.platform.contract;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Puts what {@code reads.yaml} says into the words of OpenAPI. */
final class ReadContract {

    private static final String FILE = "/reads.yaml";
    private static final String READS = "dev.mastro.query.";

    private final Words words;

    private ReadContract(Words words) {
        this.words = words;
    }

    /** Parameters by their names, which mean the same everywhere, and the reads themselves. */
    private record Words(Map<String, String> parameters, Map<String, Read> reads) {}

    /** What is shown, and by which rules of billing.md. */
    private record Read(String summary, @Nullable String rules) {}

    static ReadContract fromFile() {
        try (InputStream file = ReadContract.class.getResourceAsStream(FILE)) {
            return new ReadContract(
                    new YAMLMapper().readValue(Objects.requireNonNull(file), Words.class));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE, e);
        }
    }

    /** The names of all reads in the file. */
    Set<String> names() {
        return words.reads().keySet();
    }

    /** The name under which the file speaks of a controller's method. */
    static String nameOf(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    }

    static boolean isRead(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(READS);
    }

    Operation write(Operation operation, HandlerMethod handler) {
        Read read = isRead(handler) ? words.reads().get(nameOf(handler)) : null;
        if (read == null) {
            return operation;
        }
        operation.setSummary(read.summary());
        if (read.rules() != null) {
            operation.setDescription("Rules: " + read.rules() + ".");
        }
        List<Parameter> parameters =
                Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        parameters.forEach(one -> one.setDescription(words.parameters().get(one.getName())));
        addRefusals(operation.getResponses(), parameters);
        return operation;
    }

    private static void addRefusals(ApiResponses responses, List<Parameter> parameters) {
        if (!parameters.isEmpty()) {
            responses.addApiResponse(
                    "400", new ApiResponse().description("MALFORMED_REQUEST: facts name what."));
        }
        if (parameters.stream().anyMatch(one -> "path".equals(one.getIn()))) {
            responses.addApiResponse(
                    "404", new ApiResponse().description("There is no such thing."));
        }
    }
}
