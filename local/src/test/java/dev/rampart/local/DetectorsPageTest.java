package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.detector.Detector;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.local.Documents.Document;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/detectors.md} says of each detector what the code says. */
final class DetectorsPageTest {
  private static final Pattern OVERVIEW =
      Pattern.compile("(?m)^\\| \\[`(\\w+)`\\]\\(#\\w+\\) \\| (.+) \\|$");
  private static final Pattern COMPARED = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| .+ \\|$");
  private static final Pattern THRESHOLD =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| `([\\w.]+)` \\| (\\S+) \\| .+ \\|$");
  private static final String NONE = "–";

  private final Document page = Document.of("docs/detectors.md");

  DetectorsPageTest() throws IOException {}

  @Test
  void each_detector_has_its_row_with_references_severity_and_confidence() {
    assertThat(
            OVERVIEW
                .matcher(page.section("Overview"))
                .results()
                .map(row -> row.group(1) + " | " + row.group(2)))
        .containsExactlyElementsOf(
            Arrays.stream(DetectorKind.values()).map(DetectorsPageTest::row).toList());
  }

  @Test
  void each_point_has_its_row() {
    assertThat(page.section("Points").lines().filter(line -> line.startsWith("| `")))
        .containsExactlyElementsOf(
            Arrays.stream(DetectionPoint.values()).map(DetectorsPageTest::row).toList());
  }

  @Test
  void each_detector_is_compared_with_what_aws_offers() {
    assertThat(
            COMPARED
                .matcher(page.section("Beside AWS WAF API Security"))
                .results()
                .map(row -> DetectorKind.valueOf(row.group(1))))
        .containsExactly(DetectorKind.values());
  }

  @ParameterizedTest
  @EnumSource(DetectorKind.class)
  void the_section_of_a_detector_names_its_thresholds_and_no_others(DetectorKind kind) {
    List<String> thresholds =
        THRESHOLD
            .matcher(page.section(kind.name()))
            .results()
            .map(row -> "%s %s %s".formatted(row.group(1), row.group(2), row.group(3)))
            .toList();

    assertThat(thresholds)
        .isNotEmpty()
        .containsExactlyElementsOf(
            Detectors.standard().stream()
                .filter(detector -> detector.kind() == kind)
                .flatMap(DetectorsPageTest::thresholds)
                .toList());
  }

  @ParameterizedTest
  @EnumSource(DetectorKind.class)
  void the_section_of_a_detector_says_what_a_reader_has_to_know(DetectorKind kind) {
    assertThat(page.section(kind.name()))
        .contains(
            "\n**Counts**", "\n**Silent**", "\n**Known false positives:**", "\n**What to do:**");
  }

  @Test
  void every_threshold_of_every_detector_is_read() {
    assertThat(Detectors.standard().stream().flatMap(DetectorsPageTest::thresholds))
        .hasSizeGreaterThan(Detectors.standard().size())
        .doesNotHaveDuplicates();
  }

  private static String row(DetectorKind kind) {
    String severity = kind.severity(new Measure("at the threshold", 1, 1)).wireName();
    return String.join(
        " | ",
        kind.name(),
        listed(kind.owasp()),
        listed(kind.techniques()),
        severity,
        kind.confidence().name().toLowerCase(Locale.ROOT));
  }

  private static String row(DetectionPoint point) {
    return "| "
        + String.join(
            " | ",
            "`" + point.name() + "`",
            point.gate().wireName(),
            point.kind().wireName(),
            plain(point.weight()),
            listed(point.owasp()),
            listed(point.techniques()))
        + " |";
  }

  private static String listed(List<String> references) {
    return references.isEmpty() ? NONE : String.join(", ", references);
  }

  /** Returns the numbers that a detector was made with: name of its rule, of the number, value. */
  private static Stream<String> thresholds(Detector detector) {
    return numbers("", detector).map(number -> detector.getClass().getSimpleName() + " " + number);
  }

  private static Stream<String> numbers(String prefix, Object owner) {
    return Arrays.stream(owner.getClass().getRecordComponents())
        .flatMap(
            component -> {
              String name = prefix + component.getName();
              Object value = read(component, owner);
              return value instanceof Number number
                  ? Stream.of(name + " " + plain(number))
                  : numbers(name + ".", value);
            });
  }

  private static Object read(RecordComponent component, Object owner) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static String plain(Number number) {
    double value = number.doubleValue();
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
