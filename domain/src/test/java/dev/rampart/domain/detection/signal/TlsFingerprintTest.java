package dev.rampart.domain.detection.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsFingerprintTest {
  private static final String JA3 = "0123456789abcdef0123456789abcdef";
  private static final String JA4 = "t13d1516h2_8daaf6152771_02713d6af862";

  @Test
  void each_kind_is_told_by_its_form() {
    assertThat(TlsFingerprint.ja3(JA3)).contains(new TlsFingerprint.Ja3(JA3));
    assertThat(TlsFingerprint.ja4(JA4)).contains(new TlsFingerprint.Ja4(JA4));
    assertThat(TlsFingerprint.ja3(JA4)).isEmpty();
    assertThat(TlsFingerprint.ja4(JA3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "0123456789abcdef0123456789abcdeg",
        "0123456789abcdef0123456789abcde",
        "t13d1516h2-8daaf6152771-02713d6af862",
        "t13d1516h2_8daaf615277g_02713d6af862",
        "t13d1516h2_8daaf6152771_02713d6af8620",
        "t13d1516é2_8daaf6152771_02713d6af862",
        "t13d 516h2_8daaf6152771_02713d6af862"
      })
  void what_has_neither_form_is_none(String text) {
    assertThat(TlsFingerprint.ja3(text)).isEmpty();
    assertThat(TlsFingerprint.ja4(text)).isEmpty();
    assertThatThrownBy(() -> new TlsFingerprint.Ja3(text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TlsFingerprint.Ja4(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, Source.ASN_MAX + 1})
  void a_number_of_no_network_is_refused(long asn) {
    assertThatThrownBy(() -> Source.unknown().withAsn(asn))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Source.unknown().withAsn(Source.ASN_MAX).asn()).hasValue(4_294_967_295L);
  }
}
