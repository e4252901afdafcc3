package dev.rampart.domain.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
  @Test
  void an_idempotency_key_is_printable_and_has_1_to_255_characters() {
    assertThat(IdempotencyKey.isValid("k".repeat(255))).isTrue();
    assertThat(List.of("", "k".repeat(256), "a\tb", "ü")).noneMatch(IdempotencyKey::isValid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ann@example.com", "o'brien+tag@a.b-c.example", "x@xn--bcher-kva.example"})
  void an_address_is_taken(String address) {
    assertThat(EmailAddress.isValid(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@example.com",
        "ann@",
        "ann@localhost",
        "a..b@example.com",
        ".a@example.com",
        "ann@-a.example",
        "ann@a-.example",
        "a b@example.com",
        "ann@exa mple.com",
        "ann@example.com\r\nBcc: x@y.example",
        "\"a\"@example.com",
        "ann@[127.0.0.1]"
      })
  void what_is_no_address_is_refused(String address) {
    assertThat(EmailAddress.isValid(address)).isFalse();
  }

  @Test
  void an_address_is_bounded_in_each_part() {
    assertThat(EmailAddress.isValid("a".repeat(64) + "@example.com")).isTrue();
    assertThat(EmailAddress.isValid("a".repeat(65) + "@example.com")).isFalse();
    assertThat(EmailAddress.isValid("a@" + "b".repeat(64) + ".example")).isFalse();
    assertThat(EmailAddress.isValid("a@" + "b.".repeat(127) + "c")).isFalse();
  }

  @Test
  void a_page_has_1_to_100_submissions() {
    assertThat(new PageSize(100).value()).isEqualTo(100);
    assertThatIllegalArgumentException().isThrownBy(() -> new PageSize(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PageSize(101));
  }

  @Test
  void sha_256_is_that_of_the_standard() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.shortHex("abc")).isEqualTo("ba7816bf8f01cfea");
  }

  @Test
  void a_hash_becomes_a_uuid_of_version_8_whatever_its_bits() {
    for (byte fill : new byte[] {0, -1, 0x55}) {
      byte[] hash = new byte[32];
      Arrays.fill(hash, fill);
      UUID uuid = UUID.fromString(UuidV8.of(hash));

      assertThat(uuid.version()).isEqualTo(8);
      assertThat(uuid.variant()).isEqualTo(2);
      assertThat(UuidV8.isValid(uuid.toString())).isTrue();
    }
    assertThat(UuidV8.isValid(UUID.nameUUIDFromBytes(new byte[1]).toString())).isFalse();
  }

  @Test
  void a_secret_signs_for_one_purpose_and_tells_where_parts_end() {
    Secret secret =
        new Secret("a secret of thirty-two bytes, so!".getBytes(StandardCharsets.US_ASCII));
    byte[] ab = "ab".getBytes(StandardCharsets.US_ASCII);
    byte[] a = "a".getBytes(StandardCharsets.US_ASCII);
    byte[] b = "b".getBytes(StandardCharsets.US_ASCII);

    assertThat(secret.hmac("p", a, b)).hasSize(32).isEqualTo(secret.hmac("p", a, b));
    assertThat(secret.hmac("p", a, b))
        .isNotEqualTo(secret.hmac("p", ab))
        .isNotEqualTo(secret.hmac("q", a, b))
        .isNotEqualTo(secret.hmac("p", b, a));
  }
}
