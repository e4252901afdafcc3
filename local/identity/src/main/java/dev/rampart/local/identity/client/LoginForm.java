package dev.rampart.local.identity.client;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of the sign-in pages, as this client reads it.
 *
 * @param target where it is sent
 * @param hidden the fields that go back unchanged
 * @param asksForCode whether it wants a one-time code
 * @param fault what the page complains about
 */
record LoginForm(
    URI target, Map<String, String> hidden, boolean asksForCode, Optional<String> fault) {
  private static final Pattern ACTION = Pattern.compile("<form [^>]*action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
  private static final Pattern FAULT = Pattern.compile("role=\"alert\">([^<]*)<");

  static LoginForm read(HttpResponse<String> page) throws SignInException {
    Matcher action = ACTION.matcher(page.body());
    if (!action.find()) {
      throw new SignInException(
          "The identity server shows no form but status " + page.statusCode() + ".");
    }
    Map<String, String> hidden = new LinkedHashMap<>();
    Matcher field = HIDDEN.matcher(page.body());
    while (field.find()) {
      hidden.put(field.group(1), field.group(2));
    }
    return new LoginForm(
        page.uri().resolve(action.group(1)),
        hidden,
        page.body().contains("name=\"authentication_code\""),
        Optional.of(FAULT.matcher(page.body())).filter(Matcher::find).map(m -> m.group(1)));
  }

  /** Returns the fields with more of them. */
  Map<String, String> with(Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>(hidden);
    fields.putAll(more);
    return fields;
  }
}
