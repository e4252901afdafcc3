package dev.rampart.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may know whom, read from the compiled classes of all modules. */
@Tag("house")
final class ArchitectureTest {
  private static final String DOMAIN = "dev.rampart.domain..";
  private static final String COMMON = "dev.rampart.domain.common..";
  private static final String SUBMISSION = "dev.rampart.domain.submission..";
  private static final String INSPECTION = "dev.rampart.domain.inspection..";
  private static final String INSPECTION_ROOMS = "dev.rampart.domain.inspection.*..";
  private static final String DETECTION = "dev.rampart.domain.detection..";
  private static final String RATELIMIT = "dev.rampart.domain.ratelimit..";
  private static final String MONITORING = "dev.rampart.domain.monitoring..";
  private static final String PORT_IN = "dev.rampart.domain.port.in..";
  private static final String PORT_OUT = "dev.rampart.domain.port.out..";
  private static final String USECASE = "dev.rampart.domain.usecase..";
  private static final String ADAPTER = "dev.rampart.adapter..";
  private static final String EVENT = "dev.rampart.adapter.event..";
  private static final String ADAPTER_IN = "dev.rampart.adapter.in..";
  private static final String API_HTTP = "dev.rampart.adapter.in.apigateway.http..";
  private static final String API_BODY = "dev.rampart.adapter.in.apigateway.body..";
  private static final String API_ROUTER = "dev.rampart.adapter.in.apigateway.router..";
  private static final String ADAPTER_OUT = "dev.rampart.adapter.out..";
  private static final String FUNCTION = "dev.rampart.function..";
  private static final String LOCAL = "dev.rampart.local..";
  private static final String LOCAL_INSPECT = "dev.rampart.local.inspect..";
  private static final String LOCAL_FIREWALL = "dev.rampart.local.firewall..";

  /** What ports, use cases and adapters may talk about. */
  private static final List<String> CONCEPTS =
      List.of(COMMON, SUBMISSION, INSPECTION, RATELIMIT, DETECTION, MONITORING);

  private static final List<String> NAMED =
      List.of(
          DOMAIN,
          COMMON,
          SUBMISSION,
          INSPECTION,
          INSPECTION_ROOMS,
          DETECTION,
          RATELIMIT,
          MONITORING,
          PORT_IN,
          PORT_OUT,
          USECASE,
          ADAPTER,
          EVENT,
          ADAPTER_IN,
          API_HTTP,
          API_BODY,
          API_ROUTER,
          ADAPTER_OUT,
          FUNCTION,
          LOCAL,
          LOCAL_INSPECT,
          LOCAL_FIREWALL);

  /** Text of the program that names Rampart, other than as the package of a class. */
  private static final Pattern RAMPART =
      Pattern.compile("\"[^\"\\n]*(?<!dev[./])[Rr]ampart[^\"\\n]*\"");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              Modules.all().stream()
                  .filter(module -> !module.equals("benchmarks"))
                  .map(ArchitectureTest::classesOf)
                  .toList());

  @Test
  void every_package_that_a_rule_names_exists() {
    for (String name : NAMED) {
      assertThat(CLASSES.that(resideInAnyPackage(name))).as(name).isNotEmpty();
    }
  }

  @Test
  void a_broken_rule_is_noticed() {
    ClassesShould broken = noClasses().that().resideInAPackage(USECASE).should();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> broken.dependOnClassesThat().resideInAPackage(PORT_OUT).check(CLASSES));
  }

  @Test
  void the_domain_uses_nothing_but_the_base_of_java() {
    classes()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .onlyDependOnClassesThat(inJavaBase().or(resideInAnyPackage(DOMAIN, "org.jspecify..")))
        .because("the domain has no runtime dependency; JSpecify only says what may be null")
        .check(CLASSES);
  }

  @Test
  void the_domain_takes_time_identity_and_settings_from_outside() {
    noClasses()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .callMethodWhere(ambient())
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(System.Logger.class)
        .because("a clock and a source of ids come in, and the domain does not log")
        .check(CLASSES);
  }

  @Test
  void the_domain_has_no_static_state() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(DOMAIN)
        .and()
        .areStatic()
        .should()
        .beFinal()
        .check(CLASSES);
  }

  @Test
  void common_values_and_inspection_know_no_other_part_of_the_domain() {
    knowsOnly(COMMON);
    knowsOnly(INSPECTION);
  }

  @Test
  void the_rooms_of_the_inspector_form_no_cycle() {
    slices()
        .matching("dev.rampart.domain.inspection.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(INSPECTION_ROOMS)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.rampart.domain.inspection.GrammarInspector")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.rampart.domain.inspection.Inspector")
        .because("they are the parts that the inspector is assembled from")
        .check(CLASSES);
  }

  @Test
  void only_the_inspector_and_its_benchmarks_know_its_rooms() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INSPECTION)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(INSPECTION_ROOMS)
        .because("all others use the verdicts and what they are made of")
        .check(CLASSES);
  }

  @Test
  void submissions_know_common_values_at_most() {
    knowsOnly(SUBMISSION, COMMON);
  }

  @Test
  void detection_knows_inspection_and_common_values_at_most() {
    knowsOnly(DETECTION, INSPECTION, COMMON);
  }

  @Test
  void the_rate_limit_knows_common_values_at_most() {
    knowsOnly(RATELIMIT, COMMON);
  }

  @Test
  void what_is_told_of_the_system_itself_knows_common_values_at_most() {
    knowsOnly(MONITORING, COMMON);
  }

  @Test
  void ports_know_concepts_at_most() {
    knowsConceptsAnd(PORT_IN);
    knowsConceptsAnd(PORT_OUT);
  }

  @Test
  void use_cases_know_ports_and_concepts() {
    knowsConceptsAnd(USECASE, PORT_IN, PORT_OUT);
  }

  @Test
  void adapters_know_ports_and_concepts_but_no_use_case() {
    knowsConceptsAnd(ADAPTER, PORT_IN, PORT_OUT);
  }

  @Test
  void what_any_api_function_can_use_knows_nothing_of_submissions() {
    knowsOnly(API_HTTP, COMMON, DETECTION);
    knowsOnly(API_BODY, API_HTTP, COMMON, DETECTION, INSPECTION);
    knowsOnly(API_ROUTER, API_HTTP, COMMON, DETECTION, RATELIMIT, PORT_IN, PORT_OUT);
    noClasses()
        .that()
        .resideInAPackage(API_ROUTER)
        .should()
        .dependOnClassesThat()
        .haveNameMatching("dev\\.rampart\\.domain\\.port\\.(in|out)\\.\\w*(Submission|Review)\\w*")
        .because("a second API function must need none of the first's files")
        .check(CLASSES);
  }

  @Test
  void no_adapter_knows_another() {
    slices()
        .matching("dev.rampart.adapter.(*).(*)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(EVENT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ADAPTER_IN, ADAPTER_OUT)
        .because("it holds the shapes on the bus, which those who send and those who read share")
        .check(CLASSES);
  }

  @Test
  void no_function_knows_another() {
    slices().matching("dev.rampart.function.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void functions_do_not_know_the_local_run() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN, ADAPTER, FUNCTION)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LOCAL)
        .because("what runs on AWS does not know that it can run here")
        .check(CLASSES);
  }

  @Test
  void the_local_run_knows_functions_only_as_jars() {
    noClasses()
        .that()
        .resideInAPackage(LOCAL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ADAPTER, FUNCTION)
        .check(CLASSES);
  }

  @Test
  void only_the_command_inspect_and_the_firewall_know_the_domain_and_of_it_the_inspector() {
    knowsOnly(LOCAL_INSPECT, INSPECTION, LOCAL);
    knowsOnly(LOCAL_FIREWALL, INSPECTION, LOCAL);
    noClasses()
        .that()
        .resideInAPackage(LOCAL)
        .and()
        .resideOutsideOfPackages(LOCAL_INSPECT, LOCAL_FIREWALL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(DOMAIN)
        .check(CLASSES);
  }

  @Test
  void the_modules_that_run_a_template_know_none_by_name() throws IOException {
    List<String> named = new ArrayList<>();
    for (String module : Modules.all()) {
      if (module.startsWith("local/")) {
        for (Path file : Modules.sources(module, "main")) {
          RAMPART
              .matcher(Files.readString(file))
              .results()
              .forEach(text -> named.add(file.getFileName() + ": " + text.group()));
        }
      }
    }
    assertThat(named).isEmpty();
    assertThat(RAMPART.matcher("\"urn:rampart:problem\"").find()).isTrue();
  }

  @Test
  void a_name_stands_for_one_type() throws IOException {
    Map<String, Set<Path>> places = new TreeMap<>();
    for (String module : Modules.all()) {
      for (Path file : Modules.sources(module, "main")) {
        places
            .computeIfAbsent(file.getFileName().toString(), _ -> new TreeSet<>())
            .add(Modules.ROOT.relativize(file));
      }
    }
    assertThat(places.remove("package-info.java")).isNotNull();
    places.values().removeIf(found -> found.size() == 1);

    assertThat(places).isEmpty();
  }

  @Test
  void nothing_is_injected() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.inject..", "jakarta.inject..", "com.google.inject..")
        .because("each composition root wires by plain constructors")
        .check(CLASSES);
  }

  /** Checks that of our own packages, one knows itself, the concepts and the named ones. */
  private static void knowsConceptsAnd(String one, String... others) {
    knowsOnly(one, Stream.concat(CONCEPTS.stream(), Stream.of(others)).toArray(String[]::new));
  }

  /** Checks that of our own packages, one knows itself and the named ones. */
  private static void knowsOnly(String one, String... others) {
    String[] known = Stream.concat(Stream.of(one), Stream.of(others)).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.rampart..")
                .and(DescribedPredicate.not(resideInAnyPackage(known))))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> inJavaBase() {
    Set<String> base = Object.class.getModule().getPackages();
    return DescribedPredicate.describe(
        "in java.base",
        one ->
            one.getBaseComponentType().isPrimitive()
                || base.contains(one.getBaseComponentType().getPackageName()));
  }

  private static DescribedPredicate<JavaMethodCall> ambient() {
    Set<String> calls =
        Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.InstantSource.system",
            "java.util.UUID.randomUUID",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.getLogger",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime");
    return DescribedPredicate.describe(
        "asks the surroundings",
        call -> calls.contains(call.getTargetOwner().getName() + "." + call.getName()));
  }

  private static Path classesOf(String module) {
    return Modules.ROOT.resolve(module).resolve(Modules.CLASSES);
  }
}
