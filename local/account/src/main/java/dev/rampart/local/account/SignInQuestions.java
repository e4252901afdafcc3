package dev.rampart.local.account;

import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;

/** Asks what sign-in needs. */
final class SignInQuestions {

  private SignInQuestions() {}

  static List<PreflightQuestion> all() {
    return List.of(
        new PreflightQuestion(
            "sign-in-domain",
            "the prefix of the sign-in pages has to be free in the region",
            List.of("cognito-idp:DescribeUserPoolDomain"),
            SignInQuestions::domain),
        new PreflightQuestion(
            "sign-in-tier",
            "threat protection needs the Plus tier, which costs by active user; no call tells"
                + " whether the account's owner accepts it",
            List.of(),
            SignInQuestions::tier),
        new PreflightQuestion(
            "sign-in-mail", "people who sign in get mail", List.of(), SignInQuestions::mail));
  }

  private static AccountAnswer domain(PreflightContext at) {
    Optional<String> prefix =
        at.planned().ofType("AWS::Cognito::UserPoolDomain").stream()
            .map(domain -> domain.text("Domain", ""))
            .findFirst();
    if (prefix.isEmpty()) {
      return AccountAnswer.ok("the template has no sign-in pages");
    }
    @Nullable DomainDescriptionType taken =
        at.clients()
            .cognito()
            .describeUserPoolDomain(request -> request.domain(prefix.get()))
            .domainDescription();
    if (taken == null || taken.userPoolId() == null) {
      return AccountAnswer.ok(prefix.get() + " is free");
    }
    String found = prefix.get() + " belongs to the user pool " + taken.userPoolId();
    return at.isNew()
        ? AccountAnswer.failed(
            found,
            at.aws(
                "cognito-idp delete-user-pool-domain --domain %s --user-pool-id %s"
                    .formatted(prefix.get(), taken.userPoolId())))
        : AccountAnswer.ok(found);
  }

  private static AccountAnswer tier(PreflightContext at) {
    return pool(at)
        .filter(pool -> pool.text("UserPoolTier", "").equals("PLUS"))
        .map(
            _ ->
                AccountAnswer.hint(
                    "the user pool will be of the tier Plus",
                    "--set UserPoolTier=ESSENTIALS does without it, and without threat protection"))
        .orElseGet(() -> AccountAnswer.ok("the template asks for no tier that costs extra"));
  }

  private static AccountAnswer mail(PreflightContext at) {
    return pool(at)
        .filter(
            pool ->
                !pool.properties()
                    .at("/EmailConfiguration/EmailSendingAccount")
                    .asText()
                    .equals("DEVELOPER"))
        .map(
            _ ->
                AccountAnswer.hint(
                    "Cognito sends it itself, 50 messages a day at most",
                    "for more, verify a sender: "
                        + at.aws("sesv2 create-email-identity --email-identity DOMAIN")))
        .orElseGet(() -> AccountAnswer.ok("a sender of the account's own is set"));
  }

  private static Optional<Resource> pool(PreflightContext at) {
    return at.planned().ofType("AWS::Cognito::UserPool").stream().findFirst();
  }
}
