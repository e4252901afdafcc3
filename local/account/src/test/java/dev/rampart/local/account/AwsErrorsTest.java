package dev.rampart.local.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

final class AwsErrorsTest {
  private static final AwsTarget TARGET =
      new AwsTarget("eu-west-1", Optional.of("work"), Optional.empty());

  @Test
  void without_credentials_a_person_hears_what_to_do_and_not_what_the_sdk_tried() {
    assertThat(
            AwsErrors.words(
                new MissingCredentialsException(
                    SdkClientException.create("Nothing found in [a, b, c]")),
                TARGET))
        .contains("aws sso login --profile work --region eu-west-1")
        .doesNotContain("[a, b, c]");
  }

  @Test
  void a_fault_that_speaks_of_credentials_is_not_taken_for_missing_ones() {
    assertThat(
            AwsErrors.words(SdkClientException.create("no route to credentials.example"), TARGET))
        .isEqualTo("AWS cannot be reached: no route to credentials.example");
  }

  @Test
  void credentials_that_have_run_out_are_told_from_other_refusals() {
    assertThat(AwsErrors.words(refusal("ExpiredToken"), TARGET)).contains("aws sso login");
    assertThat(AwsErrors.words(refusal("AccessDenied"), TARGET)).startsWith("Not you");
    assertThat(AwsErrors.words(SdkClientException.create("no route\nat all"), TARGET))
        .isEqualTo("AWS cannot be reached: no route");
  }

  private static AwsServiceException refusal(String code) {
    return AwsServiceException.builder()
        .message("Not you")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("Not you").build())
        .build();
  }
}
