package gunbot.preflight.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            textBlock =
                    """
                    token=a            , a
                    to=%2F&token=a+b%26, a b&
                    token=a&token=b    , a
                    token=             , ''
                    token=%zz          , ''
                    token=%            , ''
                    token=%C3%28&to=x  , \uFFFD(
                    token              , null
                    tokens=a           , null
                    &&=&               , null
                    ''                 , null
                    null               , null
                    """)
    void value_isTheFirstOfItsName_andOfWhatIsWrittenWronglyNothing(String text, String value) {
        assertThat(new Form(text).value("token")).isEqualTo(value);
    }
}
