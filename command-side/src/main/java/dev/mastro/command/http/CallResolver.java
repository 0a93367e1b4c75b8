package dev.mastro.command.http;

import dev.mastro.command.ledger.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a {@link Call} from the headers of a request. */
@Component
public final class CallResolver implements HandlerMethodArgumentResolver {

    private static final String DEFAULT_ACTOR = "owner:demo";
    private static final int LONGEST = 255;

    private final NewIds ids;

    CallResolver(NewIds ids) {
        this.ids = ids;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request =
                Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        return new Call(
                actor(request),
                text(request, "X-On-Behalf-Of"),
                null,
                text(request, "X-Request-Id"),
                key(request),
                BodyHash.of(request),
                ids.next(),
                Waiting.preferredBy(values(request, "Prefer")));
    }

    private static Actor actor(HttpServletRequest request) {
        String text = text(request, "X-Actor");
        try {
            return Actor.parse(text == null ? DEFAULT_ACTOR : text);
        } catch (IllegalArgumentException e) {
            throw RequestMistake.in(
                    "X-Actor", "X-Actor must be <role>:<name> with one of the known roles.");
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        List<String> keys = values(request, "Idempotency-Key");
        if (keys.isEmpty()) {
            return null;
        }
        String key = keys.getFirst();
        if (keys.size() > 1 || !isVisible(key)) {
            throw new RequestMistake(
                    "IDEMPOTENCY_KEY_INVALID",
                    "Idempotency-Key",
                    "Idempotency-Key must be 1 to 255 visible characters.");
        }
        return key;
    }

    private static @Nullable String text(HttpServletRequest request, String name) {
        String text = request.getHeader(name);
        if (text != null && !isPrintable(text)) {
            throw RequestMistake.in(name, name + " must be 1 to 255 printable characters.");
        }
        return text;
    }

    private static boolean isVisible(String text) {
        return isPrintable(text) && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static boolean isPrintable(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
