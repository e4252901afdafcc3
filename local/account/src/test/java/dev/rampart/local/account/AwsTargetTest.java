package dev.rampart.local.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.profiles.ProfileFile;

/** Who asks and where is settled before anything is asked. */
final class AwsTargetTest {
  private static final ProfileFile FILE =
      ProfileFile.builder()
          .type(ProfileFile.Type.CONFIGURATION)
          .content(
              new ByteArrayInputStream(
                  """
                  [profile work]
                  region = eu-north-1
                  [profile lost]
                  region = eu-wset-1
                  """
                      .getBytes(StandardCharsets.UTF_8)))
          .build();

  private static AwsTarget of(String region, String profile) {
    return AwsTarget.of(Optional.of(region), Optional.of(profile), FILE);
  }

  @Test
  void options_become_arguments() {
    assertThat(of("ap-southeast-2", "work").arguments())
        .isEqualTo(List.of("--profile", "work", "--region", "ap-southeast-2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-wset-1", "EU-WEST-1", "aws-global", ""})
  void what_is_no_region_is_named_with_those_that_are(String region) {
    assertThatThrownBy(() -> of(region, "work"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no AWS region " + region)
        .hasMessageContaining("eu-west-1")
        .hasMessageNotContaining(", aws-global");
  }

  @Test
  void what_is_no_profile_is_named_with_those_that_are() {
    assertThatThrownBy(() -> of("eu-west-1", "none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no AWS profile none; there are lost, work. aws configure sso makes one");
    assertThatThrownBy(
            () ->
                AwsTarget.of(
                    Optional.of("eu-west-1"),
                    Optional.of("default"),
                    ProfileFile.aggregator().build()))
        .hasMessageContaining("there is no AWS profile default; there are none");
  }
}
