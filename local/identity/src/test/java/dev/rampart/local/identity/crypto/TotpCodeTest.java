package dev.rampart.local.identity.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.identity.Fixture;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpCodeTest {
  /** The test secret of RFC 6238, appendix B: the digits from 1 to 0, twice. */
  private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void codes_are_those_of_the_standard(long second, String code) {
    assertThat(Fixture.totp(RFC_SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void a_code_stands_for_thirty_seconds() {
    Instant start = Instant.ofEpochSecond(1_111_111_110);
    String code = Fixture.totp(RFC_SECRET, start);
    assertThat(Fixture.totp(RFC_SECRET, start.plusSeconds(29))).isEqualTo(code);
    assertThat(Fixture.totp(RFC_SECRET, start.plusSeconds(30))).isNotEqualTo(code);
  }

  @Test
  void a_secret_may_be_written_in_groups_and_small_letters_but_in_base32() {
    Instant now = Instant.EPOCH;
    assertThat(Fixture.totp("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", now))
        .isEqualTo(Fixture.totp(RFC_SECRET, now));
    assertThatThrownBy(() -> Fixture.totp("0189", now)).hasMessageContaining("base32");
  }

  @Test
  void new_secrets_differ_and_have_160_bits() {
    assertThat(TotpCode.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(TotpCode.newSecret());
  }

  @Property(tries = 200)
  void base32_reads_back_what_it_wrote(@ForAll @Size(max = 40) byte[] bytes) {
    assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
  }
}
