package org.amts.server.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amts.server.engines.Languages;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.Operations;
import org.amts.server.protocol.Page;
import org.jspecify.annotations.Nullable;

/** Lists the languages of the service, with their names. Immutable. */
public final class LanguageList {

  private static final String ENGLISH = "en";

  private final List<String> codes;

  /**
   * @param languages of the engine
   */
  public LanguageList(Languages languages) {
    codes = new ArrayList<>(languages.codes());
    codes.add(Languages.AUTO);
    codes.sort(null);
  }

  record ListRequest(
      @Nullable String displayLanguageCode,
      @Nullable String nextToken,
      @Nullable Integer maxResults) {}

  record Language(String languageName, String languageCode) {}

  record ListAnswer(
      List<Language> languages, String displayLanguageCode, @Nullable String nextToken) {}

  /** Adds the operation. */
  public void addTo(Operations.Builder operations) {
    operations.on("ListLanguages", ListRequest.class, this::list);
  }

  private ListAnswer list(ListRequest request) {
    String display = request.displayLanguageCode == null ? ENGLISH : request.displayLanguageCode;
    int size = Page.size(request.maxResults);
    String after = Page.key(request.nextToken, ErrorType.INVALID_PARAMETER_VALUE);
    Page<String> page =
        Page.of(
            codes.stream().filter(code -> code.compareTo(after) > 0).limit(size + 1L).toList(),
            size,
            code -> code);
    return new ListAnswer(
        page.entries().stream().map(code -> new Language(name(code, display), code)).toList(),
        display,
        page.nextToken());
  }

  private static String name(String code, String display) {
    return code.equals(Languages.AUTO)
        ? "Auto"
        : Locale.forLanguageTag(code).getDisplayName(Locale.forLanguageTag(display));
  }
}
