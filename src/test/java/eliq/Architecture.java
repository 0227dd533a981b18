package eliq;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The project's structure as rules. They take the root package as a parameter, so that they can be tried on packages that
 * break them.
 */
final class Architecture {

    /** From the ground up: a package may use those before it, never those after it. */
    static final List<String> ORDER =
            List.of(
                    "file",
                    "image",
                    "table",
                    "tensor",
                    "catalog",
                    "job",
                    "library",
                    "hub",
                    "prompts",
                    "generate",
                    "pairs",
                    "backbone",
                    "critic",
                    "scorer",
                    "nano",
                    "metric",
                    "benchmark",
                    "report",
                    "demo",
                    "workbench",
                    "cli",
                    "app");

    private static final List<String> TENSORS =
            List.of("tensor", "backbone", "critic", "scorer", "nano", "metric");

    private final String root;

    Architecture(String root) {
        this.root = root;
    }

    /** Every rule by name. */
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("every package has its place", everyPackageHasItsPlace());
        rules.put("dependencies point downwards", dependenciesPointDownwards());
        rules.put("no package cycles", noCycles());
        rules.put("the two faces do not know each other", facesAreSeparate());
        rules.put(
                "JavaFX only in app",
                only("javafx", List.of("app"), true, "JavaFX", WITHOUT_DISPLAY));
        rules.put(
                "picocli only in cli",
                only("picocli", List.of("cli"), true, "picocli", WITHOUT_DISPLAY));
        rules.put(
                "DJL only where tensors live",
                only(
                        "ai.djl",
                        TENSORS,
                        false,
                        "DJL",
                        "native arrays live in scopes, and none leaves the packages that know how"));
        rules.put(
                "raw kernels only in tensor",
                only(
                        "ai.djl.pytorch.jni",
                        List.of("tensor"),
                        false,
                        "the native interface",
                        "a wrong argument to libtorch ends the process; one package checks them all"));
        rules.put("JDBC only in catalog", jdbc());
        rules.put("standard streams only in cli", streams());
        rules.put("stack traces are not printed", stackTraces());
        rules.put("the process ends only in cli", exit());
        rules.put("no static mutable state", statics());
        return rules;
    }

    private static final String WITHOUT_DISPLAY =
            "the core serves the command line and the app alike, and runs where there is no display";

    private ArchRule everyPackageHasItsPlace() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(
                        new ArchCondition<JavaClass>(
                                "reside in the root or a package of the order") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                String part = part(type);
                                events.add(
                                        new SimpleConditionEvent(
                                                type,
                                                part.isEmpty() || ORDER.contains(part),
                                                type.getName() + " is in '" + part + "'"));
                            }
                        })
                .because("a package without a place in the order may use anything");
    }

    private ArchRule dependenciesPointDownwards() {
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .should(
                        new ArchCondition<JavaClass>(
                                "use only packages before their own in " + ORDER) {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                int own = ORDER.indexOf(part(type));
                                type.getDirectDependenciesFromSelf().stream()
                                        .filter(d -> within(d.getTargetClass()))
                                        .forEach(
                                                d ->
                                                        events.add(
                                                                new SimpleConditionEvent(
                                                                        type,
                                                                        ORDER.indexOf(
                                                                                                part(
                                                                                                        d
                                                                                                                .getTargetClass()))
                                                                                        <= own
                                                                                && !part(d
                                                                                                .getTargetClass())
                                                                                        .isEmpty(),
                                                                        d.getDescription())));
                            }
                        })
                .because(
                        "what is lower can then be understood, tested and kept without what is higher");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("packages in a cycle are one package with several names");
    }

    private ArchRule facesAreSeparate() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".cli..")
                .allowEmptyShould(true)
                .because(
                        "both are faces of the same jobs; neither holds logic that the other would need");
    }

    /**
     * @param entry whether the root package, which holds the entry class, may use it too
     */
    private ArchRule only(
            String library, List<String> packages, boolean entry, String name, String reason) {
        return noClasses()
                .that(are(packages, entry).as("are not in " + packages))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .allowEmptyShould(true)
                .because(reason + " (" + name + " is for " + packages + ")");
    }

    private ArchRule jdbc() {
        return noClasses()
                .that(are(List.of("catalog"), false).as("are not in catalog"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .allowEmptyShould(true)
                .because("the schema is one package's secret: records in, records out");
    }

    private ArchRule streams() {
        return noClasses()
                .that(are(List.of("cli"), true).as("are not in cli"))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(true)
                .because(
                        "what a command prints is an interface; the core reports by results and listeners");
    }

    private ArchRule stackTraces() {
        // Calls are recorded with the static type of the exception, which is rarely Throwable
        // itself.
        DescribedPredicate<JavaMethodCall> prints =
                describe(
                        "that prints to standard error",
                        call ->
                                nameMatching("printStackTrace").test(call.getTarget())
                                        && targetOwner(assignableTo(Throwable.class)).test(call)
                                        && call.getTarget().getRawParameterTypes().isEmpty());
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(prints)
                .allowEmptyShould(true)
                .because("a user reads one plain sentence; details go to a file");
    }

    private ArchRule exit() {
        DescribedPredicate<JavaMethodCall> ends =
                describe(
                        "that ends the process",
                        call ->
                                nameMatching("exit|halt").test(call.getTarget())
                                        && targetOwner(
                                                        assignableTo(System.class)
                                                                .or(assignableTo(Runtime.class)))
                                                .test(call));
        return noClasses()
                .that(are(List.of("cli"), true).as("are not in cli"))
                .should()
                .callMethodWhere(ends)
                .allowEmptyShould(true)
                .because("only the outermost layer knows that nobody else needs the process");
    }

    private ArchRule statics() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .because("two catalogues, two runners or two tests in one process must not meet");
    }

    /** Classes of the project outside these packages. */
    private DescribedPredicate<JavaClass> are(List<String> packages, boolean entryToo) {
        return describe(
                "outside",
                type ->
                        within(type)
                                && !packages.contains(part(type))
                                && !(entryToo && part(type).isEmpty()));
    }

    private boolean within(JavaClass type) {
        return Stream.of(root, root + ".")
                .anyMatch(
                        prefix ->
                                prefix.endsWith(".")
                                        ? type.getPackageName().startsWith(prefix)
                                        : type.getPackageName().equals(prefix));
    }

    /** The package right below the root; empty for the root itself. */
    private String part(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1).split("\\.", 2)[0];
    }
}
