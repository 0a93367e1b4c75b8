package dev.mastro.benchmarks.figure;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An address of the same server that asks the database for nothing but a number. */
final class SelectOne {

    private static final String PATH = "/bench/select-one";

    private final JdbcClient jdbc;

    private SelectOne(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number, as an answer of the server. */
    @ResponseBody
    public Map<String, Integer> one() {
        return Map.of("one", jdbc.sql("SELECT 1").query(Integer.class).single());
    }

    /** Adds it to a running server and tells its path. */
    static String addTo(Ledger ledger) {
        RequestMappingHandlerMapping mapping =
                ledger.mastro()
                        .context()
                        .getBean(
                                "requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        try {
            mapping.registerMapping(
                    RequestMappingInfo.paths("/api/v1" + PATH)
                            .methods(RequestMethod.GET)
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    new SelectOne(ledger.jdbc()),
                    SelectOne.class.getMethod("one"));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        return PATH;
    }
}
