package dev.rampart.local.identity.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.settings.ClientSettings.Grant;
import dev.rampart.local.identity.settings.ClientSettings.SignInFlow;
import dev.rampart.local.identity.settings.PoolSettings.SoftwareToken;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.template.source.TemplateException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityTemplateTest {
  private static final String MODE = "AdvancedSecurityMode";

  private final BlobStore store = BlobStore.inMemory();

  @Test
  void the_template_is_read_as_it_is_written() {
    IdentitySettings settings = Fixture.settings(store, _ -> {});
    assertThat(settings.pool().softwareToken()).isEqualTo(SoftwareToken.REQUIRED);
    assertThat(settings.pool().namesCaseSensitive()).isFalse();
    assertThat(settings.pool().passwords())
        .isEqualTo(new PasswordPolicy(14, true, true, true, true, 7, 5));
    ClientSettings web = settings.clients().getFirst();
    assertThat(web.secret()).isEmpty();
    assertThat(web.grants()).containsExactly(Grant.CODE);
    assertThat(web.flows()).containsExactly(SignInFlow.USER_SRP);
    assertThat(web.lifetimes().access()).isEqualTo(Duration.ofMinutes(15));
    assertThat(web.lifetimes().refresh()).isEqualTo(Duration.ofDays(30));
    assertThat(web.rotationGrace()).contains(Duration.ofSeconds(10));
    assertThat(settings.clients().get(1).grants()).containsExactly(Grant.CLIENT_CREDENTIALS);
    assertThat(settings.domain()).contains("rampart-dev-000000000000");
    assertThat(settings.resourceServers().getFirst().fullScopes())
        .contains("rampart/submissions.read");
  }

  @Test
  void an_attribute_may_be_required() {
    for (boolean required : new boolean[] {true, false}) {
      JsonNode wanted =
          json(
              "[{\"Name\":\"email\",\"AttributeDataType\":\"String\",\"Required\":"
                  + required
                  + "}]");
      IdentitySettings settings =
          Fixture.settings(store, Fixture.in("UserPool", pool -> pool.set("Schema", wanted)));
      assertThat(settings.pool().requiredAttributes().contains("email")).isEqualTo(required);
    }
    assertThat(Fixture.settings(store, _ -> {}).pool().requiredAttributes()).isEmpty();
  }

  @Test
  void the_trigger_is_known_by_its_function() {
    String trigger =
        "{\"PreTokenGenerationConfig\":{\"LambdaArn\":\"arn:x\",\"LambdaVersion\":\"V2_0\"}}";
    IdentitySettings settings =
        Fixture.settings(
            store, Fixture.in("UserPool", pool -> pool.set("LambdaConfig", json(trigger))));
    assertThat(settings.pool().preTokenGeneration()).contains("arn:x");
    assertThat(Fixture.settings(store, _ -> {}).pool().preTokenGeneration()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UserPool|Colour|\"blue\"|UserPool.Colour is not known to the local run",
        "UserPool|MfaConfiguration|\"MAYBE\"|MfaConfiguration is not OFF, OPTIONAL or ON",
        "UserPool|EnabledMfas|[\"SMS_MFA\"]|EnabledMfas is not [SOFTWARE_TOKEN_MFA]",
        "UserPool|AdminCreateUserConfig|{}|AllowAdminCreateUserOnly is not true",
        "UserPool|Policies|{\"PasswordPolicy\":{\"MinimumLength\":5}}|MinimumLength is not from 6",
        "UserPool|Policies|{\"PasswordPolicy\":{\"Strong\":true}}|PasswordPolicy.Strong is not"
            + " known",
        "UserPool|Policies|[]|Policies is not an object",
        "UserPool|AccountRecoverySetting|{\"RecoveryMechanisms\":[{\"Name\":\"fax\",\"Priority\":1}]}|RecoveryMechanisms"
            + " is not [admin_only]",
        "UserPool|AccountRecoverySetting|{\"RecoveryMechanisms\":[{\"Name\":\"verified_phone_number\",\"Priority\":1}]}|nor"
            + " has it verified_email",
        "UserPool|UsernameAttributes|[\"email\"]|UsernameAttributes is not known",
        "UserPool|LambdaConfig|{\"PreSignUp\":\"arn\"}|LambdaConfig.PreSignUp is not known",
        "UserPool|LambdaConfig|{\"PreTokenGenerationConfig\":{\"LambdaArn\":\"a\",\"LambdaVersion\":\"V1_0\"}}|LambdaVersion"
            + " is not V2_0",
        "WebClient|UserPoolId|\"eu-west-1_other\"|does not name the pool",
        "WebClient|AllowedOAuthFlows|[\"implicit\"]|has implicit, which is not offered",
        "WebClient|AllowedOAuthFlows|[\"client_credentials\"]|needs a secret and stands alone",
        "WebClient|AllowedOAuthFlowsUserPoolClient|false|so no flow would work",
        "WebClient|AllowedOAuthScopes|[\"rampart/nothing\"]|which no one defines",
        "WebClient|CallbackURLs|[\"http://app.example/\"]|neither https nor on this machine",
        "WebClient|CallbackURLs|[\"https://app.example/#x\"]|neither https nor on this machine",
        "WebClient|CallbackURLs|[]|CallbackURLs is missing",
        "WebClient|SupportedIdentityProviders|[\"Google\"]|is not [COGNITO]",
        "WebClient|ExplicitAuthFlows|[\"ALLOW_REFRESH_TOKEN_AUTH\"]|which rotation does not allow",
        "WebClient|ExplicitAuthFlows|[\"ALLOW_USER_PASSWORD_AUTH\"]|which is not offered",
        "WebClient|AccessTokenValidity|3|AccessTokenValidity is not from PT5M to PT24H",
        "WebClient|AccessTokenValidity|\"x\"|AccessTokenValidity is not a whole number",
        "WebClient|TokenValidityUnits|{\"AccessToken\":\"weeks\"}|is not seconds, minutes",
        "WebClient|RefreshTokenRotation|{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":61}|is"
            + " not from 0 to 60",
        "WebClient|PreventUserExistenceErrors|\"NO\"|is not ENABLED or LEGACY",
        "MachineClient|GenerateSecret|false|needs a secret",
        "UserPoolDomain|Domain|\"Rampart!\"|is not a prefix",
        "ReviewersGroup|RoleArn|\"arn:x\"|RoleArn is not known",
        "UserPool|UserPoolTier|\"GOLD\"|UserPoolTier is not ESSENTIALS or LITE or PLUS",
        "UserPool|UserPoolAddOns|{\"AdvancedSecurityMode\":\"ON\"}|AdvancedSecurityMode is not"
            + " AUDIT or ENFORCED or OFF",
        "UserPool|UserPoolAddOns|{\"Colour\":\"blue\"}|UserPoolAddOns.Colour is not known",
        "SignInLog|UserPoolId|\"eu-west-1_other\"|does not name the pool",
        "SignInLog|Colour|\"blue\"|SignInLog.Colour is not known",
        "SignInLog|LogConfigurations|[{},{}]|has more than the one for userAuthEvents",
        "SignInLog|LogConfigurations|{}|LogConfigurations is not a list",
      })
  void what_cannot_be_run_is_refused_by_name(
      String logicalId, String property, String value, String message) {
    assertThatThrownBy(
            () ->
                Fixture.settings(
                    store, Fixture.in(logicalId, props -> props.set(property, json(value)))))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("t.yaml:1: " + logicalId + ".")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EventSource|\"userNotification\"|EventSource is not userAuthEvents, the only one that is"
            + " written",
        "LogLevel|\"ERROR\"|LogLevel is not INFO, the only one of userAuthEvents",
        "S3Configuration|{\"BucketArn\":\"arn:aws:s3:::b\"}|S3Configuration is not offered;"
            + " CloudWatchLogsConfiguration is",
        "FirehoseConfiguration|{\"StreamArn\":\"arn:s\"}|FirehoseConfiguration is not offered",
        "CloudWatchLogsConfiguration|{}|LogGroupArn is missing",
        "CloudWatchLogsConfiguration|{\"LogGroupArn\":\"arn:aws:logs:::log-group:x:*\"}|LogGroupArn"
            + " is not the ARN of a log group without ':*' at its end",
        "CloudWatchLogsConfiguration|{\"LogGroupArn\":\"/sign-in\"}|LogGroupArn is not the ARN",
        "CloudWatchLogsConfiguration|{\"LogGroupArn\":\"arn:x\",\"Role\":\"r\"}|Role is not known",
        "Colour|\"blue\"|LogConfigurations.0.Colour is not known"
      })
  void a_log_that_cannot_be_written_is_refused_by_name(
      String property, String value, String message) {
    assertThatThrownBy(
            () -> log(configuration -> configuration.set(property, json(value)), _ -> {}))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("t.yaml:1: SignInLog.LogConfigurations.0.")
        .hasMessageContaining(message);
  }

  @Test
  void activity_is_told_of_to_the_log_group_that_the_template_names() {
    assertThat(log(_ -> {}, _ -> {}))
        .contains("arn:aws:logs:eu-west-1:000000000000:log-group:/sign-in");
    assertThat(log(_ -> {}, pool -> pool.withObject("/UserPoolAddOns").put(MODE, "AUDIT")))
        .isPresent();
  }

  @Test
  void there_is_none_without_threat_protection_and_none_without_a_delivery() {
    assertThat(log(_ -> {}, pool -> pool.withObject("/UserPoolAddOns").put(MODE, "OFF"))).isEmpty();
    assertThat(log(_ -> {}, pool -> pool.remove("UserPoolAddOns"))).isEmpty();
    assertThat(
            Fixture.settings(store, Fixture.in("SignInLog", log -> log.remove("LogConfigurations")))
                .activityLogGroupArn())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITE", "ESSENTIALS", ""})
  void a_pool_of_another_tier_cannot_have_one(String tier) {
    assertThatThrownBy(
            () ->
                log(
                    _ -> {},
                    pool -> {
                      pool.remove("UserPoolTier");
                      if (!tier.isEmpty()) {
                        pool.put("UserPoolTier", tier);
                      }
                    }))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(
            "EventSource needs a pool of the tier PLUS, and this one is "
                + (tier.isEmpty() ? "ESSENTIALS" : tier));
  }

  private Optional<String> log(Consumer<ObjectNode> log, Consumer<ObjectNode> pool) {
    Consumer<ObjectNode> ofLog =
        Fixture.in(
            "SignInLog", delivery -> log.accept((ObjectNode) delivery.at("/LogConfigurations/0")));
    return Fixture.settings(store, ofLog.andThen(Fixture.in("UserPool", pool)))
        .activityLogGroupArn();
  }

  @Test
  void values_may_be_texts_as_in_any_template() {
    IdentitySettings settings =
        Fixture.settings(
            store,
            Fixture.in(
                "WebClient",
                props -> {
                  ObjectNode changed = props.put("AccessTokenValidity", "20");
                  changed.put("GenerateSecret", "true");
                }));
    assertThat(settings.clients().getFirst().lifetimes().access())
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(settings.clients().getFirst().secret()).isPresent();
  }

  @Test
  void users_recover_their_accounts_by_email_unless_administrators_do() {
    assertThat(recoversByEmail("[{\"Name\":\"admin_only\",\"Priority\":1}]")).isFalse();
    assertThat(recoversByEmail("[]")).isTrue();
    assertThat(
            recoversByEmail(
                "[{\"Name\":\"verified_phone_number\",\"Priority\":1},"
                    + "{\"Name\":\"verified_email\",\"Priority\":2}]"))
        .isTrue();
  }

  private boolean recoversByEmail(String mechanisms) {
    JsonNode setting = json("{\"RecoveryMechanisms\":" + mechanisms + "}");
    return Fixture.settings(
            store, Fixture.in("UserPool", pool -> pool.set("AccountRecoverySetting", setting)))
        .pool()
        .recoversByEmail();
  }

  @Test
  void the_types_of_a_pool_are_read() {
    assertThat(IdentityTemplate.takes("AWS::Cognito::UserPool")).isTrue();
    assertThat(IdentityTemplate.takes("AWS::Cognito::IdentityPool")).isFalse();
  }

  private static JsonNode json(String text) {
    try {
      return Fixture.JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
