"""Names of States as French and Spanish reports of a review give them, where these differ from everyday names."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

_LANGUAGES = ("fr", "es")
OFFICIAL = """
Bolivie;Brunéi Darussalam;Cabo Verde;Tchéquie;République tchèque;Eswatini;États-Unis d’Amérique;Fédération de Russie;Lettonie;
Macédoine du Nord;Myanmar;Pays-Bas;Royaume des Pays-Bas;République arabe syrienne;République centrafricaine;République de Corée;
République de Moldova;République démocratique du Congo;République démocratique populaire lao;République dominicaine;
République populaire démocratique de Corée;République-Unie de Tanzanie;Royaume-Uni de Grande-Bretagne et d’Irlande du Nord;
Saint-Siège;État de Palestine;Timor-Leste;Türkiye;Turquie;Venezuela;Viet Nam;Iran;Micronésie;Bahreïn;Bélarus;Kirghizistan;Tadjikistan;
Bolivia;Chequia;República Checa;Estados Unidos de América;Federación de Rusia;Macedonia del Norte;Países Bajos;
Reino de los Países Bajos;República Árabe Siria;República Centroafricana;República de Corea;República de Moldova;
República Democrática del Congo;República Democrática Popular Lao;República Dominicana;República Popular Democrática de Corea;
República Unida de Tanzanía;Reino Unido de Gran Bretaña e Irlanda del Norte;Santa Sede;Estado de Palestina;Turquía;Belarús;
Côte d’Ivoire;Kirguistán;Tayikistán;Kazajstán;Bahrein;Botswana;Kenya;Lesotho;Malawi;Mauricio;Zimbabwe;Rwanda;Maldivas;Fiji;Guyana
"""


def names() -> Iterator[str]:
    """Every name in these languages, everyday and official."""
    for language in _LANGUAGES:
        territories = Locale(language).territories
        yield from (name for code, name in territories.items() if len(code) == 2 and code.isalpha())
    yield from OFFICIAL.replace("\n", "").strip(";").split(";")
