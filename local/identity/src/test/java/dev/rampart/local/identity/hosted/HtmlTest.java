package dev.rampart.local.identity.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlTest {
  @Test
  void a_text_shows_as_it_is_and_is_never_markup() {
    assertThat(Html.of("<b title=\"x\">'&amp;'</b>").markup())
        .isEqualTo("&lt;b title=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/b&gt;");
  }

  @Test
  void what_is_put_into_markup_is_escaped_once_unless_it_is_markup() {
    Html inner = Html.format("<i>%s</i>", "<script>");
    assertThat(Html.format("<p>%s</p>%s", inner, "a & b").markup())
        .isEqualTo("<p><i>&lt;script&gt;</i></p>a &amp; b");
  }
}
