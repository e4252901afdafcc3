package dev.rampart.local.gateway.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.request.RequestIds;
import dev.rampart.local.protocol.http.HttpRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

public final class MappingTemplateTest {
  public static RequestContext context(Map<String, String> variables) {
    HttpRequest inbound = new HttpRequest("GET", "/", "", List.of(), new byte[0], "192.0.2.1");
    ApiOperation operation =
        new ApiOperation(
            "GET",
            "/",
            new ApiOperation.Integration.None(),
            Optional.empty(),
            false,
            ApiOperation.Validation.NOTHING);
    RequestContext context =
        new RequestContext(inbound, operation, Map.of(), RequestIds.of(List.of()), Instant.EPOCH);
    context.set(variables);
    return context;
  }

  @Test
  void variables_are_replaced_and_the_rest_is_kept() {
    MappingTemplate text = MappingTemplate.of("a $context.one-$context.two.three. $5 $");
    assertThat(text.json(context(Map.of("one", "1", "two.three", "23"))::variable, "-"))
        .isEqualTo("a 1-23. $5 $");
    assertThat(text.json(context(Map.of())::variable, "-")).isEqualTo("a ---. $5 $");
  }

  @Test
  void anything_but_context_variables_is_refused() {
    for (String text : List.of("$input.body", "$util.urlDecode('a')", "#set($x = 1) $x")) {
      assertThatThrownBy(() -> MappingTemplate.of(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void a_value_stays_inside_its_string(@ForAll String value) throws IOException {
    MappingTemplate text =
        MappingTemplate.of("{\"a\":\"$context.a\",\"m\":$context.error.messageString,\"z\":1}");
    String line = text.json(context(Map.of("a", value, "error.message", value))::variable, "-");
    JsonNode read = new ObjectMapper().readTree(line);
    assertThat(read).hasSize(3);
    assertThat(line).doesNotContain("\n", "\r", "\u001b");
    assertThat(read.path("z").asInt()).isEqualTo(1);
  }
}
