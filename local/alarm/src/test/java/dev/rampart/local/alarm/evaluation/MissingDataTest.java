package dev.rampart.local.alarm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.alarm.StateValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of CloudWatch's page "Configuring how CloudWatch alarms treat missing data": 0 is a
 * point within the threshold, X one beyond it, - one that is missing. The columns are missing,
 * ignore, breaching and notBreaching.
 */
final class MissingDataTest {
  private static final Map<String, Optional<StateValue>> STATES =
      Map.of(
          "OK", Optional.of(StateValue.OK),
          "ALARM", Optional.of(StateValue.ALARM),
          "INSUFFICIENT", Optional.of(StateValue.INSUFFICIENT_DATA),
          "RETAIN", Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "0 - X - X, OK, OK, OK, OK",
    "0 - - - -, OK, OK, OK, OK",
    "- - - - -, INSUFFICIENT, RETAIN, ALARM, OK",
    "0 X X - X, ALARM, ALARM, ALARM, ALARM",
    "- - - - X, INSUFFICIENT, RETAIN, ALARM, OK",
    "X - - - -, ALARM, RETAIN, ALARM, OK",
  })
  void three_of_three(
      String points, String missing, String ignore, String breaching, String notBreaching) {
    check(points, 3, List.of(missing, ignore, breaching, notBreaching));
  }

  @ParameterizedTest
  @CsvSource({
    "0 - X - X, ALARM, ALARM, ALARM, ALARM",
    "0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
    "0 - X - -, OK, OK, ALARM, OK",
    "- - - - 0, OK, OK, ALARM, OK",
    "- - - - X, INSUFFICIENT, RETAIN, ALARM, OK",
    "- - X - -, ALARM, RETAIN, ALARM, OK",
  })
  void two_of_three(
      String points, String missing, String ignore, String breaching, String notBreaching) {
    check(points, 2, List.of(missing, ignore, breaching, notBreaching));
  }

  private static void check(String text, int toAlarm, List<String> states) {
    List<Point> points = Arrays.stream(text.split(" ")).map(MissingDataTest::point).toList();
    List<MissingData> settings =
        List.of(
            MissingData.MISSING,
            MissingData.IGNORE,
            MissingData.BREACHING,
            MissingData.NOT_BREACHING);
    for (int i = 0; i < settings.size(); i++) {
      assertThat(settings.get(i).state(points, 3, toAlarm))
          .as(settings.get(i).setting())
          .isEqualTo(STATES.get(states.get(i)));
    }
  }

  private static Point point(String sign) {
    double value = sign.equals("-") ? Double.NaN : 1;
    return new Point(Instant.EPOCH, value, 0, 0, sign.equals("X"));
  }
}
