package dev.rampart.local.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.jar.FunctionJar.Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the filters of {@code pom.xml} leave out of a function jar, the function never needs. */
final class FunctionClassesTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ""));

  private static final Pattern HANDLER =
      Pattern.compile("(?m)^ +Handler: (dev\\.rampart\\.function\\.(\\w+)\\.\\w+)$");

  private static final Pattern ELEMENT = Pattern.compile("<(\\w+)");
  private static final Pattern RESOLVER = Pattern.compile("\"\\$resolver\": \"(\\w+)\"");

  /** Log4j makes instances of the plugins that are configured; of all others, of every one. */
  private static final Set<String> BY_NAME = Set.of("core", "converter", "fileconverter");

  private record Function(String name, String handler) {}

  @Test
  void every_class_that_a_function_may_need_is_in_its_jar() throws IOException {
    List<Function> functions = functions();
    Set<Missing> missing =
        functions.parallelStream()
            .flatMap(function -> missing(function, _ -> false).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(functions).hasSize(8);
    assertThat(missing)
        .as("classes that no jar has: keep them in pom.xml, or say why they are NeverNeeded")
        .allMatch(gap -> NeverNeeded.LIST.stream().anyMatch(reason -> reason.explains(gap)));
    assertThat(NeverNeeded.LIST)
        .as("reasons for what no class names any more")
        .allMatch(reason -> missing.stream().anyMatch(reason::explains));
  }

  @Test
  void a_class_that_is_left_out_is_noticed_where_it_is_needed() throws IOException {
    Set<String> leftOut =
        Set.of(
            // called
            "software/amazon/awssdk/services/eventbridge/transform/PutEventsRequestMarshaller.class",
            // read by the verifier alone
            "software/amazon/awssdk/services/eventbridge/model/CreateArchiveRequest.class",
            // registered as a provider
            "org/apache/logging/slf4j/SLF4JServiceProvider.class",
            // configured by name
            "org/apache/logging/log4j/layout/template/json/JsonTemplateLayout.class",
            // the type of a parameter, which reflection reads
            "org/apache/logging/log4j/core/appender/ConsoleAppender$1.class",
            // named in an index
            "software/amazon/lambda/powertools/logging/log4j/internal/"
                + "Log4jUserAgentInterceptor.class");
    Function relay =
        functions().stream().filter(each -> each.name().equals("relay")).findAny().orElseThrow();

    assertThat(missing(relay, leftOut::contains))
        .filteredOn(gap -> NeverNeeded.LIST.stream().noneMatch(reason -> reason.explains(gap)))
        .extracting(gap -> gap.type() + ".class")
        .containsAll(leftOut);
  }

  private static List<Function> functions() throws IOException {
    return HANDLER
        .matcher(Files.readString(ROOT.resolve("template.yaml")))
        .results()
        .map(handler -> new Function(handler.group(2), handler.group(1).replace('.', '/')))
        .toList();
  }

  private static Set<Missing> missing(Function function, Predicate<String> leftOut) {
    FunctionJar jar = read(function.name(), leftOut);
    Reachability reachability = new Reachability(jar);
    reachability.entry(function.handler(), "template.yaml");
    jar.interceptors().forEach(each -> reachability.root(each, "execution.interceptors"));
    plugins(jar).forEach(each -> reachability.root(each.type(), "log4j2.xml"));
    return reachability.missing();
  }

  private static Stream<Plugin> plugins(FunctionJar jar) {
    Set<String> configured =
        Stream.concat(
                ELEMENT.matcher(jar.text("log4j2.xml")).results(),
                RESOLVER.matcher(jar.text("log-line.json")).results())
            .map(name -> name.group(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return jar.plugins()
        .filter(
            plugin ->
                configured.contains(plugin.name())
                    || (!BY_NAME.contains(plugin.category()) && jar.holds(plugin.type())));
  }

  private static FunctionJar read(String function, Predicate<String> leftOut) {
    try {
      return FunctionJar.read(
          ROOT.resolve("functions/%s/target/rampart-%s-lambda.jar".formatted(function, function)),
          leftOut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
