package dev.mastro.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Says in a header which read models lack facts: of the account that is asked for, or of any where
 * the question names none.
 */
final class StaleReads implements HandlerInterceptor {

    /** Names the projections that have put events aside. */
    static final String HEADER = "Mastro-Stale";

    /** Reads are many, and a letter is always later than its event by at least as much. */
    private static final Duration REMEMBERED = Duration.ofMillis(200);

    private static final String OURS = "dev.mastro.query.";
    private static final Pattern OF_AN_ACCOUNT =
            Pattern.compile("/api/v1/accounts/([0-9a-fA-F-]{36})(/.*)?");

    private final Supplier<List<Letters.Waiting>> letters;

    StaleReads(Letters letters) {
        this.letters = new Remembered<>(letters::all, REMEMBERED, System::nanoTime);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("GET".equals(request.getMethod()) && isOurs(handler)) {
            List<Letters.Waiting> waiting = letters.get();
            if (!waiting.isEmpty()) {
                mark(request, response, waiting);
            }
        }
        return true;
    }

    private static boolean isOurs(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS);
    }

    private static void mark(
            HttpServletRequest request,
            HttpServletResponse response,
            List<Letters.Waiting> waiting) {
        Matcher account = OF_AN_ACCOUNT.matcher(request.getRequestURI());
        Set<String> stale =
                Letters.stale(
                        waiting,
                        account.matches() ? account.group(1).toLowerCase(Locale.ROOT) : null);
        if (!stale.isEmpty()) {
            response.setHeader(HEADER, String.join(", ", stale));
        }
    }
}
