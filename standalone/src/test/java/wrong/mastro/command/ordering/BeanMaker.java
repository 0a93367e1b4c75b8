package wrong.mastro.command.ordering;

import org.springframework.context.annotation.Bean;

public class BeanMaker {

    @Bean
    WrongOrder order() {
        return new WrongOrder("");
    }
}
