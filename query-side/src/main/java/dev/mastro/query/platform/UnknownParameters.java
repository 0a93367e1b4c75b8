package dev.mastro.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that the handler of a request does not read (api.md 1). */
final class UnknownParameters implements HandlerInterceptor {

    private static final String OURS = "dev.mastro.query.";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && request.getQueryString() != null) {
            Set<String> read = known.computeIfAbsent(method.getMethod(), _ -> readBy(method));
            for (String parameter : request.getParameterMap().keySet()) {
                if (!read.contains(parameter)) {
                    throw MalformedRequest.unknown(
                            parameter, String.valueOf(request.getParameter(parameter)));
                }
            }
        }
        return true;
    }

    private static Set<String> readBy(HandlerMethod method) {
        Set<String> names = new HashSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            names.addAll(namesIn(parameter));
        }
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(
                        method.getMethod(), RequestMapping.class);
        if (mapping != null) {
            for (String condition : mapping.params()) {
                names.add(condition.replaceFirst("[!=].*", ""));
            }
        }
        return Set.copyOf(names);
    }

    /** The parameter itself, or the parts of a record that several are read into. */
    private static Set<String> namesIn(MethodParameter parameter) {
        RequestParam one = parameter.getParameterAnnotation(RequestParam.class);
        if (one != null) {
            return Set.of(one.name().isEmpty() ? name(parameter) : one.name());
        }
        Set<String> parts = new HashSet<>();
        if (parameter.getParameterType().isRecord()) {
            for (var part : parameter.getParameterType().getRecordComponents()) {
                parts.add(part.getName());
            }
        }
        return parts;
    }

    private static String name(MethodParameter parameter) {
        String name = parameter.getParameterName();
        return name == null ? "" : name;
    }
}
