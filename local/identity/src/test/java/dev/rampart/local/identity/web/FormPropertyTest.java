package dev.rampart.local.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.TestPool;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

final class FormPropertyTest {
  @Property(tries = 300)
  void what_is_encoded_is_read_back(
      @ForAll @Size(max = 20)
          Map<
                  @StringLength(min = 1, max = 8) @CharRange(from = ' ', to = '\ud7ff') String,
                  @StringLength(max = 30) @CharRange(from = '\u0000', to = '\ud7ff') String>
              fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (name, value) ->
            text.append('&')
                .append(TestPool.encode(name))
                .append('=')
                .append(TestPool.encode(value)));
    assertThat(Form.parse(text.toString()).fields()).isEqualTo(fields);
  }

  @Property(tries = 500)
  void anything_else_is_a_form_or_a_bad_request(
      @ForAll @StringLength(max = 200) @CharRange(from = '\u0000', to = '\u00ff') String text) {
    try {
      assertThat(Form.parse(text).fields().size()).isLessThanOrEqualTo(50);
    } catch (BadRequest e) {
      assertThat(e).hasMessageMatching("[A-Z].*\\.");
    }
  }
}
