package eliq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of packages in the architecture document true. */
class ArchitectureTest {
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("wrong");

    @TestFactory
    Stream<DynamicTest> theProgramKeepsEveryRule() {
        JavaClasses program =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("eliq");
        assertTrue(program.size() > 20, "the program's classes were not found");
        return new Architecture("eliq")
                .rules().entrySet().stream()
                        .map(
                                rule ->
                                        DynamicTest.dynamicTest(
                                                rule.getKey(),
                                                () -> rule.getValue().check(program)));
    }

    /** A rule that cannot fail protects nothing: the classes below {@code wrong} break each of them. */
    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsViolation() {
        return new Architecture("wrong")
                .rules().entrySet().stream()
                        .map(
                                rule ->
                                        DynamicTest.dynamicTest(
                                                rule.getKey(),
                                                () ->
                                                        assertTrue(
                                                                rule.getValue()
                                                                        .evaluate(WRONG)
                                                                        .hasViolation())));
    }

    @TestFactory
    Stream<DynamicTest> everyViolationIsTheIntendedOne() {
        return Stream.of(
                        new Expected("every package has its place", "wrong.attic.Stray", 1),
                        new Expected("dependencies point downwards", "wrong.image.UsesCli", 2),
                        new Expected("no static mutable state", "wrong.job.Careless.count", 1))
                .map(
                        expected ->
                                DynamicTest.dynamicTest(
                                        expected.rule(),
                                        () -> {
                                            var report =
                                                    new Architecture("wrong")
                                                            .rules()
                                                            .get(expected.rule())
                                                            .evaluate(WRONG)
                                                            .getFailureReport();
                                            assertTrue(
                                                    report.toString().contains(expected.place()),
                                                    report.toString());
                                            assertEquals(
                                                    expected.violations(),
                                                    report.getDetails().size(),
                                                    report.toString());
                                        }));
    }

    private record Expected(String rule, String place, int violations) {}
}
