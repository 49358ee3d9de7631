# Las palabras de la interfaz en español.

skip_to_content = Ir al contenido
main_navigation = Navegación principal
menu = Menú
theme = Colores
theme_system = como el dispositivo
theme_light = claros
theme_dark = oscuros
language_switch = Idioma
words_licence = Licencia de los textos:
repository = Código fuente
feed = Canal de novedades

on_this_page = En esta página
notes_title = Fuentes y notas
note_back = Volver al texto
note_back_to = Volver al texto, lugar { $number }
accessed = Consultado:
published = Publicado:
updated = Actualizado:
edit_page = Editar esta página
previous = Anterior
next = Siguiente
neighbours = Página anterior y siguiente
pages = Páginas
all_pages = Todas las páginas
breadcrumbs = Ubicación de la página
related_title = Relacionado
backlinks_title = Páginas que enlazan aquí
terms_used_title = Términos usados aquí
children_title = En esta sección
draft = Esta página es un borrador. Solo la ven quienes editan el sitio.
stand_in = Esta página todavía no existe en español. La está leyendo en otro idioma ({ $language }).
section_missing = Esta sección todavía no existe en español.
section_behind = Hay un texto más reciente de esta sección en otro idioma ({ $language }).
head_behind = Hay un texto más reciente del comienzo de esta página en otro idioma ({ $language }).
read_parallel = Leer los idiomas en paralelo

dimension = Aspecto
dimensions_title = Punto por punto
dimensions_count =
    { $form ->
        [one] { $number } aspecto
        [many] { $number } de aspectos
       *[other] { $number } aspectos
    }
stances_title = La posición de cada uno
kind_similarity = Tesis: semejanza
kind_difference = Tesis: diferencia
kind_synthesis = Síntesis
finding_alike = Hallazgo: semejanza
finding_different = Hallazgo: diferencia
finding_depends = Hallazgo: depende
finding_unknown = Hallazgo: no se sabe
axis = Escala
scale_title = La escala
scale_note = Cada línea es un aspecto entre sus dos polos, y la redacción ha puesto en ella las marcas: es un juicio, no una medición. Una barra dice que los casos difieren o que las pruebas dejan abierto el lugar; su marca es solo el punto medio. Que las marcas estén cerca no muestra por sí solo ni diferencia ni parecido; lo que se halló lo dice cada aspecto.
matrix_title = Tabla comparativa
matrix_summary = Todos los aspectos, con la posición de cada uno.
balance_title = La balanza
balance_summary =
    { $subjects ->
        [2] ¿Cuánto se parecen los dos? Dé a cada aspecto el peso que crea que merece.
       *[other] ¿Cuánto se parecen? Dé a cada aspecto el peso que crea que merece.
    }
balance_reading =
    { $subjects ->
        [2] El intervalo va, con estos pesos, de lo más cerca a lo más lejos que permiten las barras: 0 si las dos marcas coincidieran en cada escala, 100 si estuvieran en sus extremos opuestos. La marca del intervalo toma el medio de cada barra.
       *[other] El intervalo va, con estos pesos, de lo más cerca a lo más lejos que permiten las barras: 0 si las marcas de los dos coincidieran en cada escala, 100 si estuvieran en sus extremos opuestos. La marca del intervalo toma el medio de cada barra.
    }
balance_open = Pese usted los aspectos
balance_alike = Cerca
balance_different = Lejos
balance_range = Distancia media { $middle } de { $all } (las barras permiten de { $low } a { $high })
balance_nothing = No se pesa nada
balance_extremes = Pese como pese, de { $least } a { $most } cada aspecto, y esté donde esté cada lugar en su barra, la distancia media queda entre { $low } y { $high } de { $all }.
balance_extremes_known = Lo que nada decide no cuenta en ello.
balance_spread = Los pesos por sí solos, de { $least } a { $most }, mueven la marca entre { $lightest } y { $heaviest }. Las barras, con pesos iguales, la dejan en cualquier punto entre { $low } y { $high }.
balance_bars_more = Lo que las barras dejan abierto cuenta aquí más que los pesos.
balance_weights_more = Los pesos cuentan aquí más que lo que las barras dejan abierto.
balance_unknown = Nada de lo hallado decide { $titles }. Si contara, lo que no se sabe parecería semejanza, así que no tiene peso hasta que usted se lo dé.
balance_strongest = La marca está en { $now }. Lo que más la mueve: { $moves }.
balance_move = «{ $title }» ({ $without } sin él, { $most } con todo su peso)
balance_weights = Sus pesos
balance_weights_note = 0 deja fuera un aspecto, 5 le da el mayor peso. La dirección de esta página guarda lo que elija, y puede compartirla.
balance_noscript = Para pesar hace falta JavaScript, desactivado en su navegador. Abajo está lo que otros elegirían.
balance_distance = Distancia { $distance }
balance_distance_range = { $middle }, entre { $low } y { $high }
balance_weightings = Como pesan otros
balance_equal = Todos iguales
balance_equal_reason = Cada aspecto que está decidido tiene el mismo peso. Los que reúnen a otros se dejan fuera, porque contarían lo mismo dos veces.
balance_use = Empezar con estos pesos
balance_weights_given = Los pesos
balance_shared = Aspectos que se apoyan en las mismas fuentes
balance_shared_note = Lo que dos aspectos comparten cuenta dos veces si ambos tienen peso. Aquí están los pares con al menos tres fuentes comunes, que sean un quinto de las del aspecto que tiene menos:
balance_method = Qué dice la balanza
balance_method_text = En cada aspecto se toma la distancia entre los sujetos en su escala, y no su lugar: los lugares en escalas distintas significan cosas distintas. La balanza es la media de esas distancias según sus pesos. Donde un lugar es un intervalo, también lo es la distancia.
balance_limits = Los lugares son juicios; la balanza calcula con ellos y no los hace más seguros. Otra persona quizá pondría cada marca un poco más acá o más allá; eso no está en el intervalo, y lo ensancharía.

evidence_title = En qué se apoyan los juicios
evidence_summary = Qué seguridad tiene cada juicio y por qué, cómo ha cambiado y cuáles de los hallazgos que lo cambiarían están más cerca.
evidence_high = Pruebas sólidas
evidence_moderate = Pruebas moderadas
evidence_low = Pruebas débiles
evidence_to = Datos hasta { $date }
evidence_sources = Se apoya sobre todo en:
under_review = En revisión: había que volver a comprobar antes del { $date } las cifras en que se apoya este juicio.
history_title = Cómo ha cambiado el juicio
history_moved = { $name }: de { $from } a { $to }
history_feed = Canal de estos cambios
tests_title = Qué nos haría cambiar de opinión
tests_moved = Hallazgos que se han movido: { $moved } de { $all }
test_claim = Hallazgo
test_threshold = Contaría
test_value = Ahora
test_movement = Movimiento
test_unmeasured = Aún sin cifra
movement_none = Sin cambios
movement_closer = Más cerca
movement_farther = Más lejos
movement_met = Ha ocurrido

term = Término
terms_count =
    { $form ->
        [one] { $number } término
        [many] { $number } de términos
       *[other] { $number } términos
    }
aliases_title = También
used_in_title = Usado en

sources_title = Fuentes
sources_summary = Todas las fuentes que citan los artículos, y dónde.
sources_count =
    { $form ->
        [one] { $number } fuente
        [many] { $number } de fuentes
       *[other] { $number } fuentes
    }
source_analysis = Análisis
source_data = Datos
source_news = Noticia
source_official = Fuente oficial
source_paper = Artículo científico
grade_primary = Original
grade_account = Referencia indirecta
grade_copy = Copia
source_evidence_to = Datos hasta
source_review_by = Por revisar antes del
source_archived = Copia archivada
cited_in = Citada en
list_separator = ,

search_button = Buscar
search_title = Búsqueda
search_summary = Busque en las páginas y sus secciones. Debajo hay un índice de todo el sitio.
search_placeholder = Una palabra o una pregunta
search_close = Cerrar la búsqueda
search_results = Resultados
search_count =
    { $form ->
        [one] { $number } página
        [many] { $number } de páginas
       *[other] { $number } páginas
    }
search_none = No se ha encontrado nada con estas palabras. Pruebe con una sola, o empiece por aquí:
search_meant = Quizá quiso decir:
search_recent = Búsquedas recientes
search_forget = Borrar esta lista
search_terms = Términos para empezar
search_other = Encontrado por palabras de otro idioma:
search_guessed = Ninguna página contiene estas palabras tal como se han escrito. Las más cercanas:
search_browse = Todas las páginas y sus secciones
search_dimension = Aspecto
search_term = Término
search_pages = Otras páginas
search_failed = No se ha podido cargar la búsqueda. Compruebe la conexión o recorra el índice:
search_noscript = La búsqueda necesita JavaScript, que está desactivado en su navegador. El índice de abajo reúne todas las páginas y secciones del sitio.

gate_enter = Leer en español
not_found_title = Página no encontrada
not_found_text = No hay nada en esta dirección. Puede que la página se haya movido.
not_found_home = Ir a la página de inicio

alert_note = Nota
alert_tip = Consejo
alert_important = Importante
alert_warning = Advertencia
alert_caution = Precaución
alert_summary = Resumen
alert_example = Ejemplo
alert_question = Pregunta
alert_quote = Cita
alert_failure = Fallo
alert_bug = Error del programa
details = Detalles
task_done = Hecho
task_open = Pendiente

reading_time =
    { $form ->
        [one] { $number } minuto de lectura
        [many] { $number } de minutos de lectura
       *[other] { $number } minutos de lectura
    }
copy = Copiar
section_link = Enlace a esta sección
section_parallel =
    { $languages ->
        [2] Esta sección en los dos idiomas
       *[other] Esta sección en todos los idiomas
    }
parallel_show = Mostrar
parallel_all =
    { $languages ->
        [2] Los dos idiomas
       *[other] Todos los idiomas
    }
markdown = Markdown
llms_full = Todo en un solo archivo
llms_more = Fuera de este archivo: { $pages }. Aquí está la lista de todas:
book = Libro electrónico (EPUB)
book_parallel = Libro electrónico con todos los idiomas en paralelo (EPUB)
book_contents = Índice
book_cover = Cubierta
book_about = Sobre este libro
book_made = Hecho con las páginas de
cite_page = Citar esta página
letters = Letras

filter_all = Todo
filter_kind = Tipo
filter_finding = Hallazgo
filter_evidence = Pruebas
filter_grade = Grado
filter_language = Idioma
sort = Orden
sort_order = Orden del sitio
sort_gap = Primero los más distantes
sort_by = Según { $name }
part_of = { $shown } de { $all }
csv = La tabla en CSV

chart_bar = Gráfico de barras
chart_line = Gráfico de líneas
chart_dot = Gráfico de puntos
chart_share = Partes de un todo
chart_log = escala logarítmica
chart_description = { $kind }. Mínimo: { $low }, { $least }. Máximo: { $high }, { $most }.
chart_sources =
    { $form ->
        [one] Fuente:
        [many] Fuentes:
       *[other] Fuentes:
    }
chart_data = Los datos en una tabla
chart_csv = Los datos en CSV
chart_page = Página del gráfico
chart_from = De:
chart_use = Usar este gráfico
chart_download = Descargar:
chart_embed = Insertarlo
chart_embed_picture = Insertarlo como imagen
chart_cite = Citar este gráfico
charts_title = Gráficos
charts_summary = Todos los gráficos de este sitio, para enlazar, insertar, descargar y citar.

status_title = Estado de las traducciones
status_summary = Qué está completo, falta o se ha quedado atrás en cada idioma.
status_share = Completas: { $number } de { $all }
status_complete = Completa
status_incomplete = Le faltan secciones
status_behind = Atrasada
status_copy = Sin traducir
status_missing = Falta
status_nothing = Todas las páginas están completas en todos los idiomas.
status_draft = Borrador
status_words =
    { $form ->
        [one] { $number } palabra
        [many] { $number } de palabras
       *[other] { $number } palabras
    }
status_lacks = Falta:
status_changes = Qué ha cambiado
status_head = Comienzo de la página
