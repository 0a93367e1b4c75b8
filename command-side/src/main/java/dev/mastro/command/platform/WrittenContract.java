package dev.mastro.command.platform;

import dev.mastro.command.http.Call;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.Rejection.Kind;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Puts what {@code contract.yaml} says about each write into the words of OpenAPI. */
final class WrittenContract {

    private static final int OK = 200;
    private static final String FILE = "/contract.yaml";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private static final int UNAVAILABLE = 503;

    private final Map<String, Promise> promises;

    private WrittenContract(Map<String, Promise> promises) {
        this.promises = promises;
    }

    /** What a write does, under which rules, and why it may be refused. */
    record Promise(
            String summary,
            @Nullable String rules,
            @Nullable Integer success,
            @Nullable List<Rejection> refusals,
            @Nullable JsonNode example) {}

    static WrittenContract read() {
        try (InputStream file = WrittenContract.class.getResourceAsStream(FILE)) {
            return new WrittenContract(
                    new YAMLMapper()
                            .readValue(Objects.requireNonNull(file), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE, e);
        }
    }

    Operation write(Operation operation, HandlerMethod handler) {
        Promise promise = promises.get(nameOf(handler));
        if (promise == null) {
            return operation;
        }
        operation.setSummary(promise.summary());
        if (promise.rules() != null) {
            operation.setDescription("Rules: " + promise.rules() + ".");
        }
        if (Stream.of(handler.getMethodParameters()).anyMatch(WrittenContract::isCall)) {
            addHeaders(operation);
            operation.setResponses(responses(promise));
        }
        if (operation.getRequestBody() != null && promise.example() != null) {
            Object example = new YAMLMapper().treeToValue(promise.example(), Object.class);
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(content -> content.setExample(example));
        }
        return operation;
    }

    private static String nameOf(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    }

    static Schema<?> receipt() {
        Schema<?> event =
                new ObjectSchema()
                        .addProperty("type", new StringSchema())
                        .addProperty("subject", new StringSchema())
                        .addProperty("sequence", new IntegerSchema())
                        .addProperty("at", new StringSchema().format("date-time"));
        return new ObjectSchema()
                .description("What was recorded, and what it created, named as in the queries.")
                .addProperty("commandId", new StringSchema())
                .addProperty("accountId", new StringSchema())
                .addProperty("events", new ArraySchema().items(event))
                .additionalProperties(true);
    }

    static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457, with a stable code.")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("facts", new ObjectSchema().additionalProperties(true))
                .addProperty("remedy", new StringSchema());
    }

    private static boolean isCall(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    private static void addHeaders(Operation operation) {
        Map<String, String> headers =
                Map.of(
                        "Idempotency-Key", "The same key and body give the first answer again.",
                        "Prefer", "wait=10: answer when every read model has seen the effect.",
                        "X-Actor", "Who acts, as role:name; owner:demo by default.",
                        "X-On-Behalf-Of", "The customer for whom support acts.");
        new TreeMap<>(headers)
                .forEach((name, description) ->
                        operation.addParametersItem(
                                new HeaderParameter()
                                        .name(name)
                                        .description(description)
                                        .required(false)
                                        .schema(new StringSchema())));
    }

    private static ApiResponses responses(Promise promise) {
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                Integer.toString(Objects.requireNonNullElse(promise.success(), OK)),
                response("Done.", JSON, "Receipt"));
        refusals(promise)
                .forEach((status, codes) ->
                        responses.addApiResponse(
                                Integer.toString(status), response(codes, PROBLEM, "Problem")));
        return responses;
    }

    private static Map<Integer, String> refusals(Promise promise) {
        Map<Integer, String> refusals =
                Stream.concat(
                                Stream.of(Rejection.NOT_ALLOWED, Rejection.IDEMPOTENCY_KEY_REUSED),
                                Objects.requireNonNullElse(promise.refusals(), List.<Rejection>of())
                                        .stream())
                        .distinct()
                        .collect(
                                Collectors.groupingBy(
                                        rejection -> rejection.kind().status(),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Rejection::name, Collectors.joining(", "))));
        refusals.merge(
                Kind.MALFORMED.status(), "MALFORMED_REQUEST, UNKNOWN_FIELD", WrittenContract::with);
        refusals.merge(Kind.CONFLICT.status(), "STALE_VERSION", WrittenContract::with);
        refusals.merge(
                Kind.NOT_FOUND.status(), Rejection.ACCOUNT_UNKNOWN.name(), WrittenContract::with);
        refusals.put(UNAVAILABLE, "BUSY, STORE_UNAVAILABLE: try again after Retry-After");
        return refusals;
    }

    private static String with(String some, String more) {
        return some + ", " + more;
    }

    private static ApiResponse response(String description, String type, String schema) {
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType(
                                        type,
                                        new MediaType()
                                                .schema(
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/"
                                                                                + schema))));
    }
}
