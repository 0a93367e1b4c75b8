package dev.mastro.command.platform;

import dev.mastro.command.http.Call;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.joda.money.Money;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract as OpenAPI 3.1, read off the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    GlobalOperationCustomizer writtenContract() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Call.class)
                .replaceWithSchema(Money.class, money());
        return WrittenContract.read()::write;
    }

    @Bean
    OpenApiCustomizer contractTitle() {
        return api -> {
            api.setInfo(
                    new Info()
                            .title("Mastro")
                            .version("1")
                            .description("A ledger for subscriptions: orders, invoices, credit."));
            api.setServers(null);
            api.getComponents()
                    .addSchemas("Receipt", WrittenContract.receipt())
                    .addSchemas("Problem", WrittenContract.problem());
        };
    }

    private static Schema<?> money() {
        return new ObjectSchema()
                .description("A decimal with exactly the currency's digits.")
                .addProperty("amount", new StringSchema().example("12.79"))
                .addProperty("currency", new StringSchema().example("USD"));
    }
}
