package dev.rampart.domain.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.domain.common.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class RequestLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Requester ANN = Requester.user("ann");

  @Property
  void a_time_lies_in_the_window_that_ends_next(
      @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis,
      @ForAll @IntRange(min = 1, max = 86_400) int seconds,
      @ForAll String subject) {
    RequestLimit limit = new RequestLimit(5, Duration.ofSeconds(seconds));
    Instant now = Instant.ofEpochMilli(millis);
    RequestWindow window = limit.window(Requester.user(subject), now);

    assertThat(window.end()).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(seconds));
    assertThat(limit.window(window.requester(), window.end().minusMillis(1))).isEqualTo(window);
    assertThat(limit.window(window.requester(), window.end()).end())
        .isEqualTo(window.end().plusSeconds(seconds));
  }

  @Test
  void not_everybody_starts_anew_at_the_same_time() {
    RequestLimit limit = new RequestLimit(5, Duration.ofMinutes(1));
    Set<Instant> ends =
        IntStream.range(0, 200)
            .mapToObj(i -> limit.window(Requester.user("user-" + i), NOON).end())
            .collect(Collectors.toSet());
    assertThat(ends).hasSizeGreaterThan(40);
  }

  @Test
  void a_limit_lets_something_pass_and_lasts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RequestLimit(0, Duration.ofMinutes(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new RequestLimit(1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RequestLimit(1, Duration.ofMillis(1500)));
  }

  @Test
  void hosts_of_one_household_are_one_requester_and_others_are_not() {
    assertThat(at("2001:db8:0:1::5")).isEqualTo(at("2001:db8:0:1:ffff::9"));
    assertThat(at("2001:db8:0:1::5")).isNotEqualTo(at("2001:db8:0:2::5"));
    assertThat(at("192.0.2.7")).isNotEqualTo(at("192.0.2.8"));
    assertThat(at("192.0.2.7")).isNotEqualTo(Requester.user("192.0.2.7"));
  }

  @Test
  void a_key_does_not_show_whom_it_stands_for() {
    assertThat(ANN.key()).matches("[0-9a-f]{16}");
    assertThat(at("192.0.2.7").key()).matches("[0-9a-f]{16}");
  }

  private static Requester at(String address) {
    return Requester.address(IpAddress.parse(address).orElseThrow());
  }
}
