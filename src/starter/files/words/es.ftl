# Lo que `muwazana new` y `muwazana init` escriben en las páginas, en español.

draft_summary = Una o dos frases: ¿qué se aprende aquí?
draft_article = Escriba aquí.
draft_start = Un polo
draft_end = El otro polo
draft_stance = { $subject }: …

claim_title = La tesis
for_title = Lo que habla a favor
against_title = Lo que habla en contra
stands_title = Dónde está cada parte y cuán seguros estamos
change_title = Lo que nos haría cambiar de opinión

subject_coffee = Café
subject_tea = Té
docs_title = Manual

home_summary = { $names }: la comparación, punto por punto.
home_text = Cada punto es un artículo: qué se afirma, qué habla a favor y en contra, y dónde está cada parte. La escala de abajo muestra todos los puntos de un vistazo.
home_more = Las reglas están en la página [[about|Cómo compara este sitio]].
home_first = Para empezar: [[comparable]].
points_title = Puntos de comparación
points_summary = Todos los puntos, en el orden en que conviene leerlos.
points_text = Los puntos pueden leerse uno por uno. [La tabla](/matrix/) los pone lado a lado.
point_title = Qué se puede comparar
point_summary = Cómo se hace un punto: una tesis, lo que habla a favor y en contra, dónde está cada parte y lo que nos haría cambiar de opinión.
point_stance = { $subject }: una frase dice dónde está en este punto.
point_start = Nada
point_end = Del todo
point_claim = Un punto empieza con una tesis que podría ser falsa. Dice qué se compara y según qué, para que ambas partes se midan con la misma [[scale|escala]].
point_for = Aquí está lo que habla a favor de la tesis. Quien quiera comprobarlo encuentra la fuente al lado, como con las reglas de Markdown, en el que está escrita esta página.[^commonmark]
point_against = Aquí está lo que habla en contra, tal como lo dirían sus defensores. Una comparación sin objeciones no ha empezado.
point_stands = Cada parte tiene su lugar entre los dos polos de arriba. El lugar es un juicio y no una medida; esta sección dice en qué se apoya y cuán seguro es.
point_change = Por último está lo que refutaría la tesis: una cifra, un hecho, una fuente mejor. Quien lo aporte cambia esta página.
terms_title = Términos
terms_summary = Palabras que aquí tienen un sentido propio.
terms_text = Donde una página usa una de estas palabras, su sentido está a un toque.
term_title = Escala
term_summary = La línea entre dos polos en la que cada parte tiene su lugar.
term_text = Cada punto tiene su propia escala. Los lugares en dos escalas no se pueden comparar.
about_title = Acerca de este sitio
about_summary = Quién compara aquí, con qué reglas y cómo objetar.
about_rules_title = Las reglas
about_rules = Cada punto hace las mismas preguntas en el mismo orden. Los hechos y los juicios se mantienen separados, y un hecho nombra su fuente.
about_correct_title = Correcciones
about_correct = Toda página se puede corregir. Es un archivo de texto en Markdown; quien sepa más la reescribe o nos lo dice.

docs_home_summary = Todo sobre { $title }, en un solo lugar.
docs_home_text = Para empezar: [[start]]. Para buscar algo: [[guide]].
start_title = Primeros pasos
start_summary = De la nada a una primera página que se puede ver.
start_see_title = Ver el sitio
start_see = Una orden construye el sitio y lo muestra en este ordenador. Sigue cada cambio.
start_write_title = Cambiar una página
start_write = Cada página es una carpeta en `content`, con un archivo de texto por idioma. Cambie uno, y la página cambia en el navegador.
start_check_title = Comprobar
start_check = Antes de publicar, una orden nombra todo lo que está mal, con su lugar y su remedio.
guide_title = Guía
guide_page_summary = Lo que se hace cada día, capítulo por capítulo.
guide_page_text = Cada capítulo se basta a sí mismo.
pages_title = Páginas y carpetas
pages_summary = Cómo una carpeta se vuelve página, y una página, parte del sitio.
pages_new_title = Una página nueva
pages_new = Una página nueva empieza como borrador: se ve en este ordenador, y se publica cuando se quita la línea `draft = true`.
pages_order_title = El orden
pages_order = El número `order` en `page.toml` dice dónde está una página entre sus vecinas.
links_title = Enlaces y notas
links_summary = Cómo unas páginas llevan a otras, y cómo una afirmación nombra su fuente.
links_pages_title = A otra página
links_pages = Dos corchetes y el nombre de una carpeta hacen un enlace, como este a [[pages]]. Si la página no existe, la comprobación lo dice.
links_cite_title = A una fuente
links_cite = Una fuente se anota una sola vez y se cita por su clave allí donde se usa, como las reglas de Markdown.[^commonmark]
docs_about_summary = Quién escribe aquí y cómo ayudar.
