package org.amts.reference;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ids that builders give to headings. Which builder a book has is not known, so a heading gets
 * the id of each of the usual schemes: GitHub (also Docusaurus, Hugo, MyST), Pandoc,
 * Python-Markdown and docutils. For use by one thread, for one document, in the order of its
 * headings.
 */
final class HeadingAnchors {

  // GitHub and github-slugger: what is no word character in Unicode's sense, hyphen or space goes.
  private static final Pattern NOT_GITHUB =
      Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\u200d\\- ]");
  private static final Pattern NOT_PANDOC = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_.\\-\\s]");
  private static final Pattern NOT_PYTHON = Pattern.compile("[^\\w\\s-]");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern HYPHENS = Pattern.compile("[-\\s]+");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");
  private static final Pattern BEFORE_LETTER = Pattern.compile("^[^\\p{L}]+");

  private final Set<String> anchors = new HashSet<>();
  private final Map<String, Integer> uses = new HashMap<>();

  /** The ids so far. */
  Set<String> anchors() {
    return anchors;
  }

  /**
   * Adds the ids of the next heading.
   *
   * @param readings what the heading reads as, without markup; more than one if that is not certain
   */
  void add(List<String> readings) {
    Set<String> ids = new LinkedHashSet<>();
    readings.forEach(reading -> ids.addAll(ids(reading)));
    for (String id : ids) {
      int earlier = uses.merge(id, 1, Integer::sum) - 1;
      if (earlier == 0) {
        anchors.add(id);
      } else {
        anchors.add(id + "-" + earlier);
        anchors.add(id + "_" + earlier);
      }
    }
  }

  /**
   * The stand-in for the id of a heading whose words only the builder knows, such as Hugo's {@code
   * {{% heading "whatsnext" %}}}: its key, in which an id can be recognised.
   *
   * @param text the key, or an id: both give the same for {@code whatsnext} and {@code what-s-next}
   */
  static String filledIn(String text) {
    return "{" + NOT_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("") + "}";
  }

  private static Set<String> ids(String reading) {
    String text = reading.strip().toLowerCase(Locale.ROOT);
    String github = NOT_GITHUB.matcher(text).replaceAll("").replace(' ', '-');
    String pandoc = hyphened(NOT_PANDOC.matcher(text).replaceAll(""));
    String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String docutils = NOT_WORD.matcher(ascii.replaceAll("\\p{M}", "")).replaceAll("-");
    Set<String> ids = new LinkedHashSet<>();
    ids.add(github);
    ids.add(hyphened(github));
    ids.add(pandoc);
    ids.add(BEFORE_LETTER.matcher(pandoc).replaceFirst(""));
    ids.add(hyphened(NOT_PYTHON.matcher(ascii).replaceAll("")));
    ids.add(EDGES.matcher(NOT_WORD.matcher(text).replaceAll("-")).replaceAll(""));
    ids.add(EDGES.matcher(docutils).replaceAll(""));
    ids.remove("");
    return ids;
  }

  private static String hyphened(String text) {
    return EDGES.matcher(HYPHENS.matcher(text).replaceAll("-")).replaceAll("");
  }
}
