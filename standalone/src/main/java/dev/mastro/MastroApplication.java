package dev.mastro;

import dev.mastro.command.CommandSideApplication;
import dev.mastro.query.QuerySideApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts both sides in one process. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        // The two sides may give classes the same simple name; neither knows the other.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(
                    type = FilterType.CUSTOM,
                    classes = AutoConfigurationExcludeFilter.class),
            @ComponentScan.Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {CommandSideApplication.class, QuerySideApplication.class})
        })
public class MastroApplication {

    public static void main(String[] arguments) {
        try {
            RunOptions options = RunOptions.parse(arguments);
            System.out.println(Greeting.of(Mastro.start(options).baseUrl(), options));
        } catch (RefusedStart e) {
            System.err.println("mastro: " + e.getMessage());
            System.exit(e.exitCode());
        } catch (RuntimeException e) {
            // Spring has already reported it.
            System.exit(RefusedStart.NOT_NOW);
        }
    }
}
