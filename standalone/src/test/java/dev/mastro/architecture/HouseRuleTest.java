package dev.mastro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRuleTest {

    private static JavaClasses production;
    private static JavaClasses wrong;

    @BeforeAll
    static void readClasses() {
        production =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.mastro");
        wrong = new ClassFileImporter().importPackages("wrong.mastro");
    }

    @ParameterizedTest
    @EnumSource
    void production_obeys(HouseRule house) {
        house.rule().check(production);
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_class_is_caught(HouseRule house) {
        String report = house.rule().evaluate(wrong).getFailureReport().toString();

        assertThat(house.offenders())
                .isNotEmpty()
                .allSatisfy(offender -> assertThat(report).contains(offender.getSimpleName()));
    }
}
