package dev.rampart.local.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LambdaQuestionsTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, OK",
    "mx-central-1, OK",
    "ap-southeast-6, HINT",
    "ap-east-2, HINT",
    "cn-north-1, HINT",
    "us-gov-west-1, HINT",
    "us-iso-east-1, HINT",
    "eu-isoe-west-1, HINT"
  })
  void a_region_without_snap_start_is_pointed_out(String region, Outcome outcome) {
    assertThat(LambdaQuestions.snapStart(region).outcome()).isEqualTo(outcome);
  }
}
