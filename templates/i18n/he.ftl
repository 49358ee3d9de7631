# מילות הממשק בעברית.

skip_to_content = דילוג לתוכן
main_navigation = ניווט ראשי
menu = תפריט
theme = צבעים
theme_system = כמו במכשיר
theme_light = בהיר
theme_dark = כהה
language_switch = שפה
words_licence = רישיון הטקסטים:
repository = קוד המקור
feed = הזנת עדכונים

on_this_page = בדף זה
notes_title = מקורות והערות
note_back = חזרה לטקסט
note_back_to = חזרה לטקסט, מקום { $number }
accessed = נצפה:
published = פורסם:
updated = עודכן:
edit_page = עריכת הדף
previous = הקודם
next = הבא
neighbours = הדף הקודם והדף הבא
pages = דפים
all_pages = כל הדפים
breadcrumbs = מיקום הדף
related_title = עוד בנושא
backlinks_title = דפים המפנים לכאן
terms_used_title = מונחים המופיעים כאן
children_title = בפרק זה
draft = הדף הזה הוא טיוטה, ורק מי שעורך את האתר רואה אותו.
stand_in = הדף הזה עדיין לא נכתב בעברית, והוא מוצג בשפה אחרת ({ $language }).
section_missing = הסעיף הזה עדיין לא נכתב בעברית.
section_behind = לסעיף הזה יש נוסח חדש יותר בשפה אחרת ({ $language }).
head_behind = לפתיחת הדף הזה יש נוסח חדש יותר בשפה אחרת ({ $language }).
read_parallel =
    { $languages ->
        [2] קריאה בשתי השפות זו לצד זו
       *[other] קריאה בכל השפות זו לצד זו
    }

dimension = היבט
dimensions_title = נקודה אחר נקודה
dimensions_count =
    { $form ->
        [one] היבט אחד
        [two] שני היבטים
       *[other] { $number } היבטים
    }
stances_title = היכן כל צד עומד
kind_similarity = טענה: דמיון
kind_difference = טענה: הבדל
kind_synthesis = סיכום
finding_alike = ממצא: דמיון
finding_different = ממצא: הבדל
finding_depends = ממצא: תלוי במקרה
finding_unknown = ממצא: לא ידוע
axis = סולם
scale_title = הסולם
scale_note = כל שורה היא היבט אחד בין שני קטביו, והסימנים הם הערכה של העורכים ולא מדידה. פס אומר שהמקרים רחוקים זה מזה או שהראיות משאירות את המקום פתוח; הסימן שעליו הוא רק אמצעו. קרבת הסימנים לבדה אינה מראה הבדל ואף לא דמיון; מה שנמצא נאמר בדף ההיבט.
matrix_title = טבלת ההשוואה
matrix_summary = כל ההיבטים, והיכן כל צד עומד בכל אחד מהם.
balance_title = המאזניים
balance_summary =
    { $subjects ->
        [2] עד כמה השניים דומים? תנו לכל היבט את המשקל שלדעתכם מגיע לו.
       *[other] עד כמה הם דומים? תנו לכל היבט את המשקל שלדעתכם מגיע לו.
    }
balance_reading =
    { $subjects ->
        [2] הטווח, במשקלים אלה, הוא מן הקרוב ביותר אל הרחוק ביותר שהפסים מאפשרים: 0 אילו חפפו שני הסימנים בכל סולם, 100 אילו עמדו בקצותיו המנוגדים. הסימן שבתוך הטווח לוקח את אמצעו של כל פס.
       *[other] הטווח, במשקלים אלה, הוא מן הקרוב ביותר אל הרחוק ביותר שהפסים מאפשרים: 0 אילו חפפו סימניהם של השניים בכל סולם, 100 אילו עמדו בקצותיו המנוגדים. הסימן שבתוך הטווח לוקח את אמצעו של כל פס.
    }
balance_open = שקלו את ההיבטים בעצמכם
balance_alike = קרובים
balance_different = רחוקים
balance_range = מרחק ממוצע { $middle } מתוך { $all } (הפסים מאפשרים בין { $low } ל־{ $high })
balance_nothing = דבר אינו נשקל
balance_extremes = בכל דרך שתשקלו, מ־{ $least } עד { $most } לכל היבט, ובכל מקום בתוך הפסים, המרחק הממוצע נשאר בין { $low } ל־{ $high } מתוך { $all }.
balance_extremes_known = היבטים שדבר אינו מכריע אותם אינם נמנים בזה.
balance_spread = המשקלים לבדם, מ־{ $least } עד { $most }, מזיזים את הסימן בין { $lightest } ל־{ $heaviest }. הפסים, במשקלים שווים, משאירים אותו בכל מקום בין { $low } ל־{ $high }.
balance_bars_more = מה שהפסים משאירים פתוח משפיע כאן יותר מן המשקלים.
balance_weights_more = המשקלים משפיעים כאן יותר ממה שהפסים משאירים פתוח.
balance_unknown = דבר ממה שנמצא אינו מכריע את { $titles }. אילו נספר, אי־ידיעה הייתה נראית כדמיון, ולכן אין לו משקל עד שתיתנו לו.
balance_strongest = הסימן עומד על { $now }. מה שמזיז אותו יותר מכול: { $moves }.
balance_move = „{ $title }” ({ $without } בלעדיו, { $most } במלוא משקלו)
balance_weights = המשקלים שלכם
balance_weights_note = 0 משאיר היבט בחוץ, 5 נותן לו את המשקל הגדול ביותר. כתובת הדף שומרת את בחירתכם, ואפשר לשתף אותה.
balance_noscript = השקילה דורשת JavaScript, שכבוי בדפדפן שלכם. מה שאחרים היו בוחרים מופיע למטה.
balance_distance = מרחק { $distance }
balance_distance_range = { $middle }, בין { $low } ל־{ $high }
balance_weightings = איך אחרים שוקלים
balance_equal = כולם שווים
balance_equal_reason = לכל היבט שהוכרע אותו משקל. היבטים שמאגדים אחרים נשארים בחוץ, כדי שאותו דבר לא ייספר פעמיים.
balance_use = התחילו במשקלים האלה
balance_weights_given = המשקלים
balance_shared = היבטים שנשענים על אותם מקורות
balance_shared_note = מה שמשותף לשני היבטים נספר פעמיים אם לשניהם יש משקל. להלן זוגות שלהם שלושה מקורות משותפים לפחות, שהם חמישית ממקורותיו של ההיבט שלו פחות מקורות:
balance_method = מה אומרים המאזניים
balance_method_text = בכל היבט נלקח המרחק בין הנושאים על הסולם שלו, ולא מקומם: מקומות על סולמות שונים פירושם דברים שונים. המאזניים הם ממוצע המרחקים לפי המשקלים שלכם. כשמקום הוא טווח, גם המרחק הוא טווח.
balance_limits = המקומות הם שיפוטים; המאזניים מחשבים בעזרתם ואינם עושים אותם ודאיים יותר. קורא אחר היה אולי מניח כל סימן מעט הצידה; הדבר אינו כלול בטווח, והיה מרחיב אותו.

evidence_title = על מה נשענים השיפוטים
evidence_summary = כמה בטוח כל שיפוט ומדוע, איך השתנה, ואילו ממצאים שישנו אותו התקרבו.
evidence_high = ראיות חזקות
evidence_moderate = ראיות בינוניות
evidence_low = ראיות חלשות
evidence_to = ראיות עד { $date }
evidence_sources = הוא נשען בעיקר על:
under_review = בבחינה מחדש: נתונים שהשיפוט נשען עליהם היו אמורים להיבדק שוב עד { $date }.
history_title = איך השתנה השיפוט
history_moved = { $name }: מ־{ $from } ל־{ $to }
history_feed = הזנה של שינויים אלה
tests_title = מה ישנה את דעתנו
tests_moved = ממצאים שזזו: { $moved } מתוך { $all }
test_claim = ממצא
test_threshold = מתי ייחשב
test_value = עכשיו
test_movement = תנועה
test_unmeasured = אין עדיין נתון
movement_none = לא זז
movement_closer = קרוב יותר
movement_farther = רחוק יותר
movement_met = התרחש

term = מונח
terms_count =
    { $form ->
        [one] מונח אחד
        [two] שני מונחים
       *[other] { $number } מונחים
    }
aliases_title = נקרא גם
used_in_title = מופיע בדפים

sources_title = מקורות
sources_summary = כל המקורות שהמאמרים מצטטים, והיכן.
sources_count =
    { $form ->
        [one] מקור אחד
        [two] שני מקורות
       *[other] { $number } מקורות
    }
source_analysis = ניתוח
source_data = נתונים
source_news = ידיעה
source_official = מקור רשמי
source_paper = מאמר מדעי
grade_primary = מקור ראשון
grade_account = דיווח
grade_copy = העתק
source_evidence_to = ראיות עד
source_review_by = לבדיקה חוזרת עד
source_archived = עותק בארכיון
cited_in = צוטט בדפים:
list_separator = ,

search_button = חיפוש
search_title = חיפוש
search_summary = חיפוש בכל הדפים והסעיפים. למטה מפתח של כל מה שיש באתר.
search_placeholder = מילה או שאלה
search_close = סגירת החיפוש
search_results = תוצאות
search_count =
    { $form ->
        [one] דף אחד
        [two] שני דפים
       *[other] { $number } דפים
    }
search_none = לא נמצא דבר במילים האלה. אפשר לנסות מילה אחת, או להתחיל כאן:
search_meant = האם הכוונה הייתה:
search_recent = חיפושים אחרונים
search_forget = מחיקת הרשימה
search_terms = מונחים להתחלה
search_other = נמצא באמצעות מילים בשפה אחרת:
search_guessed = אין דף שהמילים האלה מופיעות בו כפי שהוקלדו. הקרובים ביותר:
search_browse = כל הדפים והסעיפים
search_dimension = היבט
search_term = מונח
search_pages = דפים נוספים
search_failed = טעינת החיפוש נכשלה. כדאי לבדוק את החיבור, או לעיין במפתח:
search_noscript = החיפוש זקוק ל־JavaScript, והוא כבוי בדפדפן. במפתח שלמטה מופיעים כל הדפים והסעיפים שבאתר.

gate_enter = לקריאה בעברית
not_found_title = הדף לא נמצא
not_found_text = אין דבר בכתובת הזאת. ייתכן שהדף הועבר.
not_found_home = לדף הבית

alert_note = הערה
alert_tip = עצה
alert_important = חשוב
alert_warning = אזהרה
alert_caution = זהירות
alert_summary = תקציר
alert_example = דוגמה
alert_question = שאלה
alert_quote = ציטוט
alert_failure = כישלון
alert_bug = באג
details = פרטים
task_done = בוצע
task_open = טרם בוצע

reading_time =
    { $form ->
        [one] דקת קריאה אחת
        [two] שתי דקות קריאה
       *[other] { $number } דקות קריאה
    }
copy = העתקה
section_link = קישור לסעיף זה
section_parallel =
    { $languages ->
        [2] סעיף זה בשתי השפות
       *[other] סעיף זה בכל השפות
    }
parallel_show = תצוגה
parallel_all =
    { $languages ->
        [2] שתי השפות
       *[other] כל השפות
    }
markdown = טקסט ב־Markdown
llms_full = הכול בקובץ אחד
llms_more = לא בקובץ הזה: { $pages }. רשימת כל הדפים כאן:
book = ספר אלקטרוני (EPUB)
book_parallel = ספר אלקטרוני בכל השפות זו לצד זו (EPUB)
book_contents = תוכן העניינים
book_cover = כריכה
book_about = על הספר הזה
book_made = הספר נערך מדפי האתר:
cite_page = ציטוט הדף
letters = אותיות

filter_all = הכול
filter_kind = סוג
filter_finding = ממצא
filter_evidence = ראיות
filter_grade = דרגה
filter_language = שפה
sort = סדר
sort_order = לפי סדר האתר
sort_gap = הרחוקים ביותר תחילה
sort_by = לפי { $name }
part_of = { $shown } מתוך { $all }
csv = הטבלה בקובץ CSV

chart_bar = תרשים עמודות
chart_line = תרשים קווי
chart_dot = תרשים נקודות
chart_share = חלקים מתוך שלם
chart_log = סולם לוגריתמי
chart_description = { $kind }. הערך הנמוך ביותר: { $low }, { $least }. הערך הגבוה ביותר: { $high }, { $most }.
chart_sources =
    { $form ->
        [one] מקור:
        [two] מקורות:
       *[other] מקורות:
    }
chart_data = הנתונים בטבלה
chart_csv = הנתונים בקובץ CSV
chart_page = דף התרשים
chart_from = מתוך:
chart_use = שימוש בתרשים
chart_download = הורדה:
chart_embed = הטמעה
chart_embed_picture = הטמעה כתמונה
chart_cite = ציטוט התרשים
charts_title = תרשימים
charts_summary = כל התרשימים באתר, לקישור, להטמעה, להורדה ולציטוט.

status_title = מצב התרגומים
status_summary = מה שלם, מה חסר ומה מפגר בכל שפה.
status_share = שלמים: { $number } מתוך { $all }
status_complete = שלם
status_incomplete = חסרים סעיפים
status_behind = מפגר
status_copy = לא תורגם
status_missing = חסר
status_nothing = כל הדפים שלמים בכל השפות.
status_draft = טיוטה
status_words =
    { $form ->
        [one] מילה אחת
        [two] שתי מילים
       *[other] { $number } מילים
    }
status_lacks = חסר:
status_changes = מה השתנה
status_head = פתיחת הדף
