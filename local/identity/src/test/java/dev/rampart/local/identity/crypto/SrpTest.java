package dev.rampart.local.identity.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.identity.TestSrp;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class SrpTest {
  private static final byte[] BLOCK = {1, 2, 3};
  private static final String TIME = "Tue Nov 24 10:00:05 UTC 2026";

  private final SrpVerifier kept = Srp.verifier("a1B2c3D4e", "ann", "secret");

  @Test
  void who_knows_the_password_can_prove_it() {
    assertThat(proves("ann", "secret", TIME)).isTrue();
  }

  @Test
  void nothing_else_is_a_proof() {
    assertThat(proves("ann", "Secret", TIME)).isFalse();
    assertThat(proves("bob", "secret", TIME)).isFalse();
    assertThat(proves("ann", "secret", "Tue Nov 24 10:00:06 UTC 2026")).isFalse();
    Srp.Exchange exchange = Srp.Exchange.begin(BigInteger.TEN, kept);
    assertThat(exchange.proves("a1B2c3D4e", "ann", BLOCK, TIME, "!!")).isFalse();
    assertThat(exchange.proves("a1B2c3D4e", "ann", BLOCK, TIME, "")).isFalse();
  }

  @Test
  void a_number_that_would_make_the_key_known_is_refused() {
    for (BigInteger number :
        new BigInteger[] {BigInteger.ZERO, Srp.N, Srp.N.multiply(BigInteger.TWO)}) {
      assertThatThrownBy(() -> Srp.Exchange.begin(number, kept))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void each_verifier_has_a_salt_of_its_own() {
    assertThat(Srp.verifier("a1B2c3D4e", "ann", "secret").salt()).isNotEqualTo(kept.salt());
  }

  private boolean proves(String name, String password, String time) {
    TestSrp client = new TestSrp();
    Srp.Exchange exchange = Srp.Exchange.begin(client.publicNumber(), kept);
    String signature =
        client.signature(
            "a1B2c3D4e", name, password, kept.salt(), exchange.serverPublic(), BLOCK, TIME);
    return exchange.proves("a1B2c3D4e", "ann", BLOCK, time, signature);
  }
}
