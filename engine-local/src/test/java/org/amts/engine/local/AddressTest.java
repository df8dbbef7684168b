package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.amts.engine.Formality;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You can go.|Puedes ir.|Puede ir.",
        "If you want, open it.|Si quieres, abre la caja.|Si quiere, abre la caja.",
        "Install your tools and save the file.|Instala tus herramientas y guarda el archivo.|"
            + "Instale sus herramientas y guarda el archivo.",
        "It helps you.|Te ayuda.|Le ayuda.",
        "See the documentation.|Ve la documentación.|Vea la documentación.",
        "Go to the page.|Ve a la página.|Vaya a la página.",
        "The pointer moves.|Usa el ratón.|Usa el ratón.",
        "Uses the mouse.|Usa el ratón.|Usa el ratón."
      })
  void addressesFormally(String source, String informal, String formal) {
    assertThat(new Address(Formality.FORMAL).edited(source, informal)).isEqualTo(formal);
    assertThat(new Address(Formality.FORMAL).edited(source, formal)).isEqualTo(formal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You can go.|Puede ir.|Puedes ir.",
        "Can you go?|¿Puede ir?|¿Puedes ir?",
        "If you want, open it.|Si quiere, abra la caja.|Si quieres, abre la caja.",
        "Install your tools and save it.|Instale sus herramientas y guarde todo.|"
            + "Instala tus herramientas y guarda todo.",
        "Choose what you need.|Elija lo que necesite.|Elige lo que necesites.",
        "The tool can help you.|La herramienta puede ayudar.|La herramienta puede ayudar.",
        "You may have to wait.|Puede que espere.|Puede que espere.",
        "You may need it.|Es posible que lo necesite.|Es posible que lo necesite.",
        "When you are ready, send it.|Cuando esté listo, envíe todo.|Cuando estés listo, envía todo.",
        "Where do you want it?|¿Dónde desea ponerlo?|¿Dónde deseas ponerlo?",
        "You see it, but you can ignore it.|Puede verlo, pero puede omitirlo.|"
            + "Puedes verlo, pero puedes omitirlo.",
        "You have seen it.|Ya ha visto esto.|Ya has visto esto.",
        "Your model has its limits.|Su modelo tiene sus límites.|Su modelo tiene sus límites.",
        "When it starts, it reads.|Cuando abra, lea quien lea.|Cuando abra, lee quien lea."
      })
  void addressesInformally(String source, String formal, String informal) {
    Locale.setDefault(Locale.forLanguageTag("tr"));
    assertThat(new Address(Formality.INFORMAL).edited(source, formal)).isEqualTo(informal);
    assertThat(new Address(Formality.INFORMAL).edited(source, informal)).isEqualTo(informal);
  }

  @Test
  void takesAnyText() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (long seed = 0; seed < 100; seed++) {
            RandomText random = new RandomText(seed);
            String text = random.text(300);
            assertThat(new Address(Formality.INFORMAL).edited("You, your " + text, text))
                .as(random.toString())
                .isEqualTo(text);
          }
        });
  }
}
