package dev.rampart.local.protocol.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionArnTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:000000000000:function:relay";

  @ParameterizedTest
  @ValueSource(strings = {ARN, ARN + ":live", ARN + ":$LATEST"})
  void a_version_or_an_alias_is_no_part_of_the_name(String arn) {
    assertThat(FunctionArn.unqualified(arn)).isEqualTo(ARN);
    assertThat(FunctionArn.name(arn)).isEqualTo("relay");
  }
}
