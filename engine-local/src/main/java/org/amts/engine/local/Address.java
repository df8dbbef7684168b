package org.amts.engine.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.engine.Formality;

/**
 * How a Spanish translation of an English text addresses its reader, as far as a table of forms can
 * tell without a grammar: {@code tú} and {@code usted}, possessives, common verbs and imperatives.
 * A form counts only where it cannot be anything else; so not all forms of address are known.
 * Immutable.
 */
final class Address {

  /** Where a form may be replaced by its counterpart; the table explains them. */
  private enum Condition {
    ANY,
    INFORMAL,
    YOUR,
    START,
    YOU,
    THAT
  }

  private record Form(String informal, String formal, Condition condition) {}

  private static final List<Form> FORMS = read();

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern YOUR = Pattern.compile("\\byour\\b", FLAGS);
  private static final Pattern OTHERS =
      Pattern.compile("\\b(?:his|her|its|their|theirs|one's)\\b|[’']s\\b", FLAGS);
  private static final Pattern YOU = Pattern.compile("\\byou\\b", FLAGS);

  private static final Pattern THAT_YOU =
      Pattern.compile(
          "\\b(?:that|which|what|as|once|when|whenever|until|unless|before|after) you\\b", FLAGS);

  /** Sentences that ask for something begin with a verb, and none of its third person. */
  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "^(?!\\w*s\\b)(?!(?i:the|an?|this|that|if|when|there|it|we|you|they|he|she|in|on|for|to|with|and|but|or)\\b)[A-Z][a-z]+\\b");

  private static final Pattern ASKS_LATER =
      Pattern.compile("^(?:To|If|When|After|Before|In|On|For|Then|Next|First|Finally|Now)\\b.*?,");

  private final List<Replacement> replacements = new ArrayList<>();

  private record Replacement(String word, Pattern wrong, String right, Condition condition) {}

  /**
   * @param asked how the reader is to be addressed, formally or informally
   */
  Address(Formality asked) {
    boolean formal = asked == Formality.FORMAL;
    for (Form form : FORMS) {
      if (formal || form.condition() != Condition.INFORMAL) {
        replacements.add(replacement(form, formal));
      }
    }
  }

  /** The translation with the forms asked for, where a table can tell. */
  String edited(String source, String translation) {
    String text = translation;
    String words = translation.toLowerCase(Locale.ROOT);
    for (Replacement replacement : replacements) {
      if (words.contains(replacement.word()) && applies(replacement.condition(), source)) {
        text =
            replacement
                .wrong()
                .matcher(text)
                .replaceAll(
                    wrong -> Matcher.quoteReplacement(cased(replacement.right(), wrong.group())));
      }
    }
    return text;
  }

  private static boolean applies(Condition condition, String source) {
    return switch (condition) {
      case ANY, INFORMAL -> true;
      case YOUR -> YOUR.matcher(source).find() && !OTHERS.matcher(source).find();
      case YOU -> YOU.matcher(source).find();
      case THAT -> THAT_YOU.matcher(source).find();
      case START -> IMPERATIVE.matcher(source).find() || ASKS_LATER.matcher(source).find();
    };
  }

  private static Replacement replacement(Form form, boolean formal) {
    String wrong = Pattern.quote(formal ? form.informal() : form.formal());
    String before =
        switch (form.condition()) {
          case ANY, INFORMAL, YOUR -> "";
          case START -> formal ? "^[*_«¡\"]{0,3}" : "(?:^[*_«¡\"]{0,3}|, | y | o )";
          // The second person tells itself; the third may have another subject.
          case YOU ->
              formal
                  ? ""
                  : "(?:^[¿¡]?(?:también |no |si |pero |ya |(?:dónde|cómo|cuándo|cuál|qué) )?|, (?:pero )?|, ¿)(?:no )?(?:ya )?";
          case THAT -> "(?:que|cuando) (?:ya )?(?:no )?";
        };
    // "Puede que ..." has no person.
    String after =
        form.condition() == Condition.YOU ? "(?![\\p{L}\\p{N}]| que )" : "(?![\\p{L}\\p{N}])";
    return new Replacement(
        formal ? form.informal() : form.formal(),
        Pattern.compile("(?<=" + before + ")(?<![\\p{L}\\p{N}])" + wrong + after, FLAGS),
        formal ? form.formal() : form.informal(),
        form.condition());
  }

  private static String cased(String right, String wrong) {
    if (!Character.isUpperCase(wrong.codePointAt(0))) {
      return right;
    }
    return right.substring(0, 1).toUpperCase(Locale.ROOT) + right.substring(1);
  }

  private static List<Form> read() {
    try (InputStream in =
            Objects.requireNonNull(Address.class.getResourceAsStream("address-es.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(
              cells ->
                  new Form(
                      cells[0], cells[1], Condition.valueOf(cells[2].toUpperCase(Locale.ROOT))))
          // The longest first: "te permite" before what is part of it.
          .sorted(Comparator.comparingInt((Form form) -> form.informal().length()).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
