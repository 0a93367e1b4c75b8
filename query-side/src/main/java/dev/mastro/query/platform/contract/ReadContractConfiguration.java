package dev.mastro.query.platform.contract;

import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Words for the reads in the contract, whoever serves it. */
@Configuration(proxyBeanMethods = false)
class ReadContractConfiguration {

    @Bean
    GlobalOperationCustomizer readContract() {
        return ReadContract.fromFile()::write;
    }
}
