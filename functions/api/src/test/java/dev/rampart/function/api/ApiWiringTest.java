package dev.rampart.function.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Everything that the function needs is in its jar: it starts, and its first request works. */
final class ApiWiringTest {

  @Test
  void the_function_starts_from_its_environment_and_answers() {
    ApiHandler handler = new ApiHandler(ApiSettingsTest.ENVIRONMENT);

    Invocation.Result health = Invocation.of("GET", "/v1/health").on(handler);

    assertThat(health.status()).isEqualTo(200);
  }

  @Test
  void the_contract_is_packed_and_is_the_published_one() {
    ApiHandler handler = new ApiHandler(ApiSettingsTest.ENVIRONMENT);

    Invocation.Result contract = Invocation.of("GET", "/v1/openapi.json").on(handler);

    assertThat(contract.status()).isEqualTo(200);
    assertThat(contract.body().path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(contract.body().path("paths").has("/v1/submissions/{id}")).isTrue();
  }
}
