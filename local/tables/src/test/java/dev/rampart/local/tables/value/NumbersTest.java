package dev.rampart.local.tables.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.protocol.AwsError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.00, 0",
    "1.500, 1.5",
    "+7, 7",
    ".5, 0.5",
    "1e3, 1000",
    "12E-2, 0.12",
    "99999999999999999999999999999999999999, 99999999999999999999999999999999999999",
    "-0012.3400e-2, -0.1234",
    "5., 5",
    "100.001, 100.001",
    "1000e-3, 1",
    "0e999999999, 0",
  })
  void a_number_is_printed_plainly(String text, String printed) {
    assertThat(Numbers.text(Numbers.read(text).number())).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "9.9999999999999999999999999999999999999E125",
    "1E-130",
    "-9.9999999999999999999999999999999999999E+125",
    "100000000000000000000000000000000000000000",
  })
  void the_outermost_numbers_are_numbers(String text) {
    assertThat(Numbers.read(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', The parameter cannot be converted to a numeric value",
    "abc, The parameter cannot be converted to a numeric value: abc",
    "1 000, The parameter cannot be converted to a numeric value: 1 000",
    "0x10, The parameter cannot be converted to a numeric value: 0x10",
    "., The parameter cannot be converted to a numeric value: .",
    "-, The parameter cannot be converted to a numeric value: -",
    "1.2.3, The parameter cannot be converted to a numeric value: 1.2.3",
    "1e, The parameter cannot be converted to a numeric value: 1e",
    "1e+, The parameter cannot be converted to a numeric value: 1e+",
    "e1, The parameter cannot be converted to a numeric value: e1",
    "NaN, The parameter cannot be converted to a numeric value: NaN",
    "1E126, Number overflow. Attempting to store a number with magnitude larger than supported"
        + " range",
    "1E-131, Number underflow. Attempting to store a number with magnitude smaller than supported"
        + " range",
    "999999999999999999999999999999999999999, Attempting to store more than 38 significant digits"
        + " in a Number",
    "1E999999999, Number overflow. Attempting to store a number with magnitude larger than"
        + " supported range",
    "1E9999999999, The parameter cannot be converted to a numeric value: 1E9999999999",
  })
  void what_is_no_number_or_exceeds_the_limits_is_refused(String text, String message) {
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> Numbers.read(text))
        .withMessage(message);
  }
}
